package io.github.jcompose.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pages of the documentation that are made from the commands themselves. */
final class Pages {
    /** Set to write the pages in place of comparing them. */
    private static final boolean WRITE = Boolean.getBoolean("jcompose.docs.write");

    private Pages() {}

    /** Holds a page of {@code docs/} against the text that it should have. */
    static void check(String page, String expected) throws IOException {
        Path file = root().resolve("docs").resolve(page);
        if (WRITE) {
            Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is out of date: run the tests with -Djcompose.docs.write=true", page)
                .isEqualTo(expected);
    }

    /** {@return the lines of a resource that are no comments} */
    static List<String> lines(String resource) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }

    /** {@return the folder of the repository} */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("jcompose"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
