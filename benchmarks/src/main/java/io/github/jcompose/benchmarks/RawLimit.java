package io.github.jcompose.benchmarks;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.error.EngineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the engine can do at best: the containers of a {@link ServiceTree} created, started and removed by nothing but
 * the calls that it takes, as many at once as jcompose has. They carry the labels of a project, as those of jcompose do.
 */
public final class RawLimit {
    static final String PROJECT = "jcbench-raw";
    /** As many as jcompose has at once where nothing else is asked for. */
    private static final int AT_ONCE = 12;

    private static final int VOLUMES = 10;

    /** Its own: an engine may keep one that it believes to be in use until it starts anew. */
    private static final String NETWORK =
            PROJECT + "-" + ProcessHandle.current().pid();

    private RawLimit() {}

    /** Measures: the number of containers is the argument; with 0, only what a run has left is removed. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        try (Engine engine = Engines.connect(HostOptions.of(System.getenv()))) {
            removeLeftOvers(engine);
            if (count == 0) {
                return;
            }
            long start = System.nanoTime();
            engine.networks()
                    .create(Map.of(
                            "Name",
                            NETWORK,
                            "CheckDuplicate",
                            true,
                            "Labels",
                            labels("com.docker.compose.network", "default")));
            for (int i = 0; i < VOLUMES; i++) {
                engine.volumes()
                        .create(Map.of("Name", volume(i), "Labels", labels("com.docker.compose.volume", "v" + i)));
            }
            atOnce(count, i -> {
                String id = engine.containers()
                        .create(PROJECT + "-s" + i + "-1", null, body(i))
                        .id();
                ids.add(id);
                engine.containers().start(id);
            });
            long up = System.nanoTime();
            atOnce(count, i -> engine.containers().remove(ids.get(i), true, true));
            remove(engine, NETWORK);
            for (int i = 0; i < VOLUMES; i++) {
                engine.volumes().remove(volume(i), false);
            }
            Sample.print("tree.up." + count, Sample.RAW, (up - start) / 1e9);
            Sample.print("tree.down." + count, Sample.RAW, (System.nanoTime() - up) / 1e9);
        }
    }

    private static void removeLeftOvers(Engine engine) throws Exception {
        Filters left = Filters.label("com.docker.compose.project", PROJECT);
        List<ContainerSummary> containers = engine.containers().list(left, true);
        atOnce(
                containers.size(),
                i -> engine.containers().remove(containers.get(i).id(), true, true));
        for (NetworkDetails network : engine.networks().list(left)) {
            remove(engine, network.id());
        }
        engine.volumes().list(left).forEach(volume -> engine.volumes().remove(volume.name(), true));
    }

    private static void remove(Engine engine, String network) {
        try {
            engine.networks().remove(network);
        } catch (EngineException e) {
            // After hundreds of containers an engine may keep one that is gone; the name is of this run alone.
            System.err.println(e.getMessage());
        }
    }

    private static String volume(int i) {
        return PROJECT + "_v" + i % VOLUMES;
    }

    static Map<String, String> labels(String kind, String name) {
        return Map.of(
                "com.docker.compose.project",
                PROJECT,
                "com.docker.compose.config-hash",
                "raw",
                "com.docker.compose.container-number",
                "1",
                "com.docker.compose.oneoff",
                "False",
                kind,
                name);
    }

    private static Map<String, Object> body(int i) {
        return Map.of(
                "Image",
                "busybox:1.36",
                "Cmd",
                List.of("sleep", "3600"),
                "Labels",
                labels("com.docker.compose.service", "s" + i),
                "HostConfig",
                Map.of(
                        "NetworkMode",
                        NETWORK,
                        "Mounts",
                        List.of(Map.of("Type", "volume", "Source", volume(i), "Target", "/data"))));
    }

    private interface Task {
        void run(int number);
    }

    private static void atOnce(int count, Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(threads.submit(() -> task.run(number)));
        }
        threads.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
    }
}
