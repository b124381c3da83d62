package io.github.jcompose.runtime;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A program that opens a reusable environment once it is told to, says what is in it, and ends. */
final class Returner {
    private Returner() {}

    public static void main(String[] arguments) throws IOException {
        Project project = ComposeLoader.load(Path.of(arguments[0]));
        try (Compose compose = Compose.connect()) {
            compose.engine();
            System.out.println("ready");
            System.out.flush();
            System.in.read();
            try (Environment environment = compose.open(
                    project, EnvironmentOptions.isolated().reuse(true).build())) {
                System.out.println(environment.name() + " "
                        + environment.containers().stream()
                                .map(container -> container.service() + "=" + container.id() + " " + container.health())
                                .sorted()
                                .collect(Collectors.joining(", ")));
                System.out.flush();
            }
        }
    }
}
