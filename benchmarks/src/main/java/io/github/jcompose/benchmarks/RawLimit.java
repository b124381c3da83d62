package io.github.jcompose.benchmarks;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the engine can do at best: containers created and started by nothing but the calls that it takes. */
final class RawLimit {
    private static final int AT_ONCE = 8;
    private static final int VOLUMES = 10;

    private final int containers;

    RawLimit(int containers) {
        this.containers = containers;
    }

    /** {@return how long it took; all is removed again} */
    double seconds() throws InterruptedException {
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        try (Engine engine = Engines.connect(HostOptions.of(System.getenv()))) {
            long start = System.nanoTime();
            engine.networks().create(Map.of("Name", "raw-limit", "CheckDuplicate", true));
            for (int i = 0; i < VOLUMES; i++) {
                engine.volumes().create(Map.of("Name", "raw-limit-" + i));
            }
            atOnce(containers, i -> {
                String id = engine.containers()
                        .create("raw-limit-" + i, null, body(i))
                        .id();
                ids.add(id);
                engine.containers().start(id);
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            atOnce(ids.size(), i -> engine.containers().remove(ids.get(i), true, true));
            engine.networks().remove("raw-limit");
            for (int i = 0; i < VOLUMES; i++) {
                engine.volumes().remove("raw-limit-" + i, false);
            }
            return seconds;
        }
    }

    private static Map<String, Object> body(int i) {
        return Map.of(
                "Image",
                "busybox:1.36",
                "Cmd",
                List.of("sleep", "3600"),
                "HostConfig",
                Map.of(
                        "NetworkMode",
                        "raw-limit",
                        "Mounts",
                        List.of(Map.of("Type", "volume", "Source", "raw-limit-" + i % VOLUMES, "Target", "/data"))));
    }

    private interface Task {
        void run(int number);
    }

    private static void atOnce(int count, Task task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.execute(() -> task.run(number));
        }
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the engine does not come to an end");
        }
    }
}
