package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import java.nio.file.Path;

/** Opens a reusable environment in a JVM that has just begun, as the next run of a test does, and leaves it running. */
public final class AttachOnce {
    private AttachOnce() {}

    /** Measures, in milliseconds: the compose file is the argument. */
    public static void main(String[] args) {
        long begin = System.nanoTime();
        Project project = ComposeLoader.load(Path.of(args[0]));
        try (Compose compose = Compose.connect();
                Environment environment = compose.open(
                        project, EnvironmentOptions.isolated().reuse(true).build())) {
            environment.name();
            Sample.print("environment.attach.cold", (System.nanoTime() - begin) / 1e6);
        }
    }
}
