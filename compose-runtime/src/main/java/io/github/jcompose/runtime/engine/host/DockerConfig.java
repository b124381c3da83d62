package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The user's settings for docker.
 *
 * @param folder {@code DOCKER_CONFIG}, or {@code .docker} in the home folder
 * @param settings the content of {@code config.json}; empty if there is no such file
 */
public record DockerConfig(Path folder, JsonObject settings) {
    /**
     * {@return the settings}
     *
     * @param environment the variables, such as {@code DOCKER_CONFIG} and {@code HOME}
     * @throws ComposeException if {@code config.json} is there and cannot be read
     */
    public static DockerConfig read(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_CONFIG", "");
        Path folder = named.isEmpty() ? home(environment).resolve(".docker") : Path.of(named);
        return new DockerConfig(folder, json(folder.resolve("config.json")));
    }

    static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? environment.getOrDefault("USERPROFILE", "") : home);
    }

    /** {@return the object in the file; empty if there is no such file} */
    static JsonObject json(Path file) {
        if (!Files.isRegularFile(file)) {
            return JsonObject.EMPTY;
        }
        try {
            return JsonObject.of(Json.parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ComposeException("cannot read " + file + ": " + IoReason.of(e), e);
        } catch (RuntimeException e) {
            // Without the cause: it may quote credentials.
            throw new ComposeException(file + " is no valid JSON; mend it, or set DOCKER_CONFIG to another folder");
        }
    }
}
