package io.github.jcompose.loader.errors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Files with what is said of them. In the table that it is read from, a line {@code # TITLE} begins an example, and a
 * line {@code == NAME} the content of a file, or what is expected as {@code error} and what listeners are told under the name warning.
 *
 * @param files by name; those whose names begin with {@code compose} are loaded, in that order
 * @param error the message of the exception; empty if the files are loaded
 * @param warnings the warnings, one after the other; empty if there are none
 */
record Example(String title, Map<String, String> files, String error, String warnings) {
    static List<Example> table(String name) {
        List<Example> examples = new ArrayList<>();
        for (String section : split(read(name), "# ")) {
            List<String> parts = split(section, "== ");
            Map<String, String> contents = new LinkedHashMap<>();
            for (String part : parts.subList(1, parts.size())) {
                int line = part.indexOf('\n');
                contents.put(part.substring(0, line), part.substring(line + 1).replaceFirst("\n\n$", "\n"));
            }
            String error =
                    Objects.requireNonNullElse(contents.remove("error"), "").strip();
            String warnings =
                    Objects.requireNonNullElse(contents.remove("warning"), "").strip();
            examples.add(new Example(parts.get(0).strip(), contents, error, warnings));
        }
        return examples;
    }

    private static List<String> split(String text, String mark) {
        return Arrays.stream(text.split("(?m)^" + mark))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
