package io.github.jcompose.loader.conformance;

import io.github.jcompose.model.json.Json;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What docker compose did with one compose file under one variant of {@code config}.
 *
 * @param suite the folder of the corpus it is from
 * @param tree the suite's folder of input files
 * @param name the compose file, relative to the tree; in suite {@code merge} the folder that holds several
 * @param variant which options {@code config} had
 * @param refused whether it exited with an error
 * @param json its output as plain values, if that was JSON
 * @param text its output, if that was not JSON
 */
public record GoldenRecord(
        String suite,
        Path tree,
        String name,
        String variant,
        boolean refused,
        @Nullable Object json,
        @Nullable String text) {
    static GoldenRecord parse(Path suite, String line) {
        if (!(Json.parse(line) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("not a record: " + line);
        }
        return new GoldenRecord(
                suite.getFileName().toString(),
                suite.resolve("tree"),
                String.valueOf(fields.get("case")),
                String.valueOf(fields.get("variant")),
                !Long.valueOf(0).equals(fields.get("exit")),
                fields.get("json"),
                (String) fields.get("text"));
    }
}
