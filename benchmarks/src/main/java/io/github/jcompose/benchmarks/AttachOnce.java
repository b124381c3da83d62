package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a reusable environment in a JVM that has just begun, as the next run of a test does, and leaves it running. */
public final class AttachOnce {
    private AttachOnce() {}

    /** Measures: the compose file is the argument. */
    public static void main(String[] args) {
        long begin = System.nanoTime();
        Project project = ComposeLoader.load(Path.of(args[0]));
        long loaded = System.nanoTime();
        try (Compose compose = Compose.connect()) {
            long connected = System.nanoTime();
            try (Environment environment = compose.open(
                    project, EnvironmentOptions.isolated().reuse(true).build())) {
                System.out.printf(
                        Locale.ROOT,
                        "%s in a new JVM: load %.0f ms, connect %.0f ms, open %.0f ms%n",
                        environment.name(),
                        (loaded - begin) / 1e6,
                        (connected - loaded) / 1e6,
                        (System.nanoTime() - connected) / 1e6);
            }
        }
    }
}
