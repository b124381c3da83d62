package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Starts an environment in this process until it is healthy, and closes it, several times; then keeps it, and finds it
 * again as often. Tells the first time, of a JVM that has just begun, and best and median of the others, in
 * milliseconds.
 */
public final class EnvironmentRounds {
    private EnvironmentRounds() {}

    /** Measures: the compose file and the number of rounds are the arguments. */
    public static void main(String[] args) {
        Project project = ComposeLoader.load(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        double[] open = new double[rounds];
        double[] close = new double[rounds];
        double[] attach = new double[rounds];
        EnvironmentOptions reuse = EnvironmentOptions.isolated().reuse(true).build();
        try (Compose compose = Compose.connect()) {
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                Environment environment =
                        compose.open(project, EnvironmentOptions.isolated().build());
                open[i] = since(start);
                start = System.nanoTime();
                environment.close();
                close[i] = since(start);
            }
            compose.open(project, reuse).close();
        }
        Project kept = null;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            try (Compose compose = Compose.connect();
                    Environment environment = compose.open(project, reuse)) {
                attach[i] = since(start);
                kept = environment.project();
            }
        }
        tell("start until healthy", open);
        tell("close", close);
        tell("connect and attach (reuse)", attach);
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
        return (System.nanoTime() - start) / 1e6;
    }

    private static void tell(String what, double[] times) {
        double first = times[0];
        double[] others = times.length > 1 ? Arrays.copyOfRange(times, 1, times.length) : times.clone();
        Arrays.sort(others);
        System.out.printf(
                Locale.ROOT,
                "%-28s first %6.0f ms, then best %6.0f ms, median %6.0f ms%n",
                what,
                first,
                others[0],
                others[others.length / 2]);
    }
}
