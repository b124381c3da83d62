package io.github.jcompose.loader.conformance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The corpus that {@code -Djcompose.conformance=DIR} names; by default a folder beside the checkout. Without
 * it a test is aborted, except in a CI build, which must have it.
 */
public final class Corpus {
    private static final Path DEFAULT = Path.of("..", "..", "shared", "conformance");

    private Corpus() {}

    /** {@return all records, suite by suite} */
    public static List<GoldenRecord> records() throws IOException {
        List<GoldenRecord> records = new ArrayList<>();
        try (Stream<Path> suites = Files.list(folder())) {
            for (Path suite : suites.sorted().toList()) {
                Path golden = suite.resolve("golden.jsonl");
                if (Files.exists(golden)) {
                    Files.readAllLines(golden).forEach(line -> records.add(GoldenRecord.parse(suite, line)));
                }
            }
        }
        return records;
    }

    private static Path folder() throws IOException {
        String property = System.getProperty("jcompose.conformance");
        Path folder = property == null ? DEFAULT : Path.of(property);
        if (Files.isDirectory(folder)) {
            return folder.toRealPath();
        }
        String message = "no conformance corpus at " + folder.toAbsolutePath().normalize()
                + "; name one with -Djcompose.conformance=DIR";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        return abort(message);
    }
}
