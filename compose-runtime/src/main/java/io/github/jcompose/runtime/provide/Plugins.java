package io.github.jcompose.runtime.provide;

import io.github.jcompose.runtime.engine.host.DockerConfig;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the programs that extend the docker command. */
final class Plugins {
    private static final List<String> SYSTEM_FOLDERS = List.of(
            "/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins",
            "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins");

    private final Map<String, String> environment;

    Plugins(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@return the plugin of that name, such as {@code model} for {@code docker-model}} */
    Optional<Path> plugin(String name) {
        DockerConfig config = DockerConfig.read(environment);
        List<String> folders = new ArrayList<>(config.settings().strings("cliPluginsExtraDirs"));
        folders.add(config.folder().resolve("cli-plugins").toString());
        folders.addAll(SYSTEM_FOLDERS);
        return first(folders, "docker-" + name);
    }

    /** {@return the program of that name on the path} */
    Optional<Path> onPath(String name) {
        String path = environment.getOrDefault("PATH", "");
        return first(List.of(path.split(Pattern.quote(File.pathSeparator), -1)), name);
    }

    private static Optional<Path> first(List<String> folders, String name) {
        for (String folder : folders) {
            for (String suffix : new String[] {"", ".exe"}) {
                Path candidate = Path.of(folder, name + suffix);
                if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
