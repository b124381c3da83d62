package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.LogsOptions;
import io.github.jcompose.runtime.UpOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Times what a real engine has its part in, in one process: {@code up} and {@code down} of a tree of services beside
 * what the engine itself can do at best, an {@code up} with nothing to do, and long logs.
 */
public final class EngineRuns {
    private static final DownOptions DOWN =
            DownOptions.builder().timeout(Duration.ZERO).volumes(true).build();

    private EngineRuns() {}

    /**
     * Measures: how many services in the tree, how many runs of which the best is told, and how many lines each of two
     * containers writes, are the arguments; the defaults are 50, 3 and 500000.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int services = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int lines = args.length > 2 ? Integer.parseInt(args[2]) : 500_000;
        Path folder = Files.createTempDirectory("engine-runs");
        try (Compose compose = Compose.connect()) {
            tree(compose, load(folder, "runs-tree", ServiceTree.composeFile(services)), services, runs);
            logs(compose, load(folder, "runs-logs", logFile(lines)), lines, runs);
        } finally {
            Files.deleteIfExists(folder.resolve("compose.yaml"));
            Files.delete(folder);
        }
    }

    private static Project load(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), text);
        return ComposeLoader.builder()
                .files(List.of(folder.resolve("compose.yaml").toString()))
                .projectName(name)
                .build()
                .load();
    }

    private static void tree(Compose compose, Project project, int services, int runs)
            throws IOException, InterruptedException {
        compose.down(project, DOWN);
        double[] up = new double[runs];
        double[] down = new double[runs];
        double[] limit = new double[runs];
        double[] nothing = new double[20];
        for (int i = 0; i < runs; i++) {
            limit[i] = new RawLimit(services).seconds();
            up[i] = seconds(() -> compose.up(project, UpOptions.defaults()));
            if (i == 0) {
                for (int n = 0; n < nothing.length; n++) {
                    nothing[n] = seconds(() -> compose.up(project, UpOptions.defaults()));
                }
            }
            down[i] = seconds(() -> compose.down(project, DOWN));
        }
        say("raw calls, 8 at once", limit);
        say("up of " + services + " services", up);
        System.out.printf(Locale.ROOT, "  up / raw calls %.2f%n", least(up) / least(limit));
        say("up with nothing to do", nothing);
        say("down", down);
    }

    private static String logFile(int lines) {
        return """
                services:
                  a: &writer
                    image: busybox:1.36
                    network_mode: none
                    command: [sh, -c, "yes $(printf '%%072d' 7) | head -n %d"]
                  b: *writer
                """.formatted(lines);
    }

    private static void logs(Compose compose, Project project, int lines, int runs) {
        compose.up(project, UpOptions.defaults());
        compose.awaitExit(project, io.github.jcompose.runtime.WaitOptions.defaults(), exit -> {});
        double[] read = new double[runs];
        double[] followed = new double[runs];
        for (int i = 0; i < runs; i++) {
            read[i] = seconds(() -> count(compose, project, LogsOptions.defaults(), 2L * lines));
            followed[i] = seconds(() ->
                    count(compose, project, LogsOptions.builder().follow(true).build(), 2L * lines));
        }
        say("logs of 2 x " + lines + " lines", read);
        say("the same, followed", followed);
        compose.down(project, DOWN);
    }

    private static void count(Compose compose, Project project, LogsOptions options, long expected) {
        AtomicLong count = new AtomicLong();
        compose.logs(project, options, line -> count.incrementAndGet());
        if (count.get() != expected) {
            throw new IllegalStateException(count + " lines in place of " + expected);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double least(double[] times) {
        return Arrays.stream(times).min().orElse(0);
    }

    private static void say(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT, "%-32s least %.3f s, median %.3f s%n", what, sorted[0], sorted[sorted.length / 2]);
    }
}
