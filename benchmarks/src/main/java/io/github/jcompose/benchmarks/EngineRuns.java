package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.UpOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Times {@code up}, an {@code up} with nothing to do, and {@code down} of a tree of services within one process. */
public final class EngineRuns {
    private static final DownOptions DOWN =
            DownOptions.builder().timeout(Duration.ZERO).volumes(true).build();

    private EngineRuns() {}

    /** Measures: how many services, how many runs, and how many times there is nothing to do in the first of them. */
    public static void main(String[] args) throws IOException {
        int services = Integer.parseInt(args[0]);
        int runs = Integer.parseInt(args[1]);
        int nothing = Integer.parseInt(args[2]);
        Path file = Files.createTempFile("engine-runs", ".yaml");
        try (Compose compose = Compose.connect()) {
            Files.writeString(file, ServiceTree.composeFile(services));
            Project project = ComposeLoader.builder()
                    .files(List.of(file.toString()))
                    .projectName("jcbench-warm")
                    .build()
                    .load();
            compose.down(project, DOWN);
            try {
                for (int i = 0; i < runs; i++) {
                    timed("warm.up", 1, () -> compose.up(project, UpOptions.defaults()));
                    for (int n = 0; i == 0 && n < nothing; n++) {
                        timed("warm.noop", 1000, () -> compose.up(project, UpOptions.defaults()));
                    }
                    timed("warm.down", 1, () -> compose.down(project, DOWN));
                }
            } finally {
                compose.down(project, DOWN);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void timed(String id, int perSecond, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Sample.print(id, (System.nanoTime() - start) / 1e9 * perSecond);
    }
}
