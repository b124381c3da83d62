package io.github.jcompose.cli.command;

import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats of lists that the user has set in the docker command's {@code config.json}. */
final class DockerFormats {
    private final Path file;

    private DockerFormats(Path file) {
        this.file = file;
    }

    static DockerFormats of(Invocation call) {
        return new DockerFormats(call.engineAddress().settings().resolve("config.json"));
    }

    /**
     * {@return what was asked for, else what is set; null if neither is}
     *
     * @param key such as {@code psFormat}
     */
    @Nullable
    String or(@Nullable String asked, String key) {
        if (asked != null) {
            return asked;
        }
        try {
            return Files.exists(file)
                            && Json.parse(Files.readAllBytes(file)) instanceof Map<?, ?> config
                            && config.get(key) instanceof String format
                    ? format
                    : null;
        } catch (IOException | IllegalArgumentException e) {
            // Whoever needs it for more than looks complains about it.
            return null;
        }
    }
}
