package io.github.jcompose.cli.it;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.UpOptions;
import java.io.PrintStream;
import java.nio.file.Path;

/** The program that README.md shows. */
final class ReadmeExample {
    private ReadmeExample() {}

    static void run(Path directory, PrintStream out) {
        // begin
        Project project = ComposeLoader.load(directory.resolve("samples/hello/compose.yaml"));
        UpOptions options = UpOptions.builder().awaitHealthy(true).build();
        try (Compose compose = Compose.connect();
                Environment hello = compose.up(project, options)) {
            for (ContainerInfo container : hello.containers()) {
                out.println(container.name() + " is " + container.state());
            }
        } // closing the environment takes it down
        // end
    }
}
