package io.github.jcompose.junit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program gets with the library is what the README says. */
class ClosureIT {
    /** Written by the build: all this module needs, of which JUnit is the part of those who write tests. */
    private static final Path CLOSURE = Path.of("target/closure");

    private static final Pattern JUNIT = Pattern.compile(".*/(junit-|opentest4j-|apiguardian-)[^/]*");

    @Test
    void theReadmeTellsHowMuchTheLibraryIs() throws IOException {
        assumeTrue(Files.exists(CLOSURE), "the build has written the closure");
        List<Path> jars = Stream.of(Files.readString(CLOSURE).strip().split(File.pathSeparator))
                .filter(path -> !JUNIT.matcher(path).matches())
                .map(Path::of)
                .toList();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        String text = jars.size() + " jars of " + Math.round(bytes / 1e6) + " MB";
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("model, loader and runtime are " + text + " with all they need");
        assertThat(Files.readString(Path.of("../docs/embedding.md"))).contains("that is " + text);
    }
}
