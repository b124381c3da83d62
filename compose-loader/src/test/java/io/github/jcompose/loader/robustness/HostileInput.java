package io.github.jcompose.loader.robustness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that are made to exhaust what reads them.
 *
 * @param folder where the files are; they are too many to be kept in memory beside each other
 * @param refusal a part of the message that refuses them; empty if they are loaded; null if both would do
 */
record HostileInput(String title, Path folder, @Nullable String refusal) {
    private static final String SERVICE = "services: {web: {image: nginx}}\n";

    static HostileInput refused(String title, String refusal, String text) {
        return refused(title, refusal, Map.of("compose.yaml", text));
    }

    static HostileInput refused(String title, String refusal, Map<String, String> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return of(title, refusal, contents);
    }

    static HostileInput of(String title, String refusal, Map<String, byte[]> files) {
        try {
            Path folder = Files.createTempDirectory("hostile");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return new HostileInput(title, folder, refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the files. */
    void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    static HostileInput loaded(String title, String text) {
        return refused(title, "", SERVICE + text);
    }

    static HostileInput loadedWithVariables(String title, String variables) {
        return refused(title, "", Map.of("compose.yaml", SERVICE, ".env", variables));
    }

    HostileInput whatever() {
        return new HostileInput(title, folder, null);
    }

    /** {@return a service with one attribute more} */
    static String service(String attribute) {
        return "services: {web: {image: nginx, " + attribute + "}}\n";
    }

    static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    /** {@return one of many different texts that all have the same hash} */
    static String colliding(int number) {
        return each(17, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
    }

    @Override
    public String toString() {
        return title;
    }
}
