package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts an environment in this process until it is healthy, and closes it, several times; then keeps it, and finds it
 * again as often. The first time is that of a JVM that has just begun.
 */
public final class EnvironmentRounds {
    private EnvironmentRounds() {}

    /** Measures: the compose file and the number of rounds are the arguments. */
    public static void main(String[] args) {
        Project project = ComposeLoader.load(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        EnvironmentOptions reuse = EnvironmentOptions.isolated().reuse(true).build();
        try (Compose compose = Compose.connect()) {
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                Environment environment =
                        compose.open(project, EnvironmentOptions.isolated().build());
                Sample.print("environment.up", since(start));
                start = System.nanoTime();
                environment.close();
                Sample.print("environment.down", since(start));
            }
            compose.open(project, reuse).close();
        }
        Project kept = null;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            try (Compose compose = Compose.connect();
                    Environment environment = compose.open(project, reuse)) {
                Sample.print("environment.attach.warm", since(start) * 1000);
                kept = environment.project();
            }
        }
        try (Compose compose = Compose.connect()) {
            if (kept != null) {
                compose.down(
                        kept,
                        DownOptions.builder()
                                .volumes(true)
                                .timeout(Duration.ZERO)
                                .build());
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
