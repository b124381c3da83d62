package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerExit;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Starts and ends of pretended containers. */
final class RecordedRuns {
    private final World world;
    private Function<ContainerDetails, Optional<Integer>> ending = container -> Optional.empty();

    RecordedRuns(World world) {
        this.world = world;
    }

    /** Decides which containers end as soon as they are started, and with which exit code. */
    void ending(Function<ContainerDetails, Optional<Integer>> decision) {
        synchronized (world) {
            ending = decision;
        }
    }

    String status(Map<String, @Nullable Object> container) {
        return new JsonObject(container).object("State").string("Status");
    }

    boolean isRunning(Map<String, @Nullable Object> container) {
        String status = status(container);
        return status.equals("running") || status.equals("paused") || status.equals("restarting");
    }

    void start(Map<String, @Nullable Object> container) {
        if (isRunning(container)) {
            return;
        }
        Map<String, @Nullable Object> state = NewContainer.states("running");
        state.put("Running", true);
        state.put("StartedAt", world.now());
        boolean checked = hasHealthcheck(container);
        if (checked) {
            state.put("Health", Map.of("Status", "healthy"));
        }
        container.put("State", state);
        world.tell(container, "start", Map.of());
        Optional<Integer> exitCode = ending.apply(Copies.details(container));
        if (exitCode.isPresent()) {
            end(container, exitCode.get(), "");
        } else if (checked) {
            world.tell(container, "health_status: healthy", Map.of());
        }
    }

    private static boolean hasHealthcheck(Map<String, @Nullable Object> container) {
        List<String> test =
                new JsonObject(container).object("Config").object("Healthcheck").strings("Test");
        return !test.isEmpty() && !test.get(0).equals("NONE");
    }

    void end(Map<String, @Nullable Object> container, int exitCode, String cause) {
        if (!isRunning(container)) {
            return;
        }
        Map<String, @Nullable Object> state =
                new LinkedHashMap<>(new JsonObject(container).object("State").map());
        state.put("Status", "exited");
        state.put("Running", false);
        state.put("Paused", false);
        state.put("ExitCode", exitCode);
        state.put("FinishedAt", world.now());
        container.put("State", state);
        if (cause.equals("kill")) {
            world.tell(container, cause, Map.of());
        }
        world.tell(container, "die", Map.of("exitCode", String.valueOf(exitCode)));
        if (cause.equals("stop")) {
            world.tell(container, cause, Map.of());
        }
        world.notifyAll();
    }

    void status(Map<String, @Nullable Object> container, String status, String action) {
        Map<String, @Nullable Object> state =
                new LinkedHashMap<>(new JsonObject(container).object("State").map());
        state.put("Status", status);
        state.put("Paused", status.equals("paused"));
        container.put("State", state);
        world.tell(container, action, Map.of());
    }

    ContainerWait waitFor(String id, WaitCondition condition) {
        return new ContainerWait() {
            @Override
            public ContainerExit await() {
                return awaitExit(id, condition);
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }

    private ContainerExit awaitExit(String id, WaitCondition condition) {
        synchronized (world) {
            try {
                Optional<Map<String, @Nullable Object>> container = world.findContainer(id);
                while (container.isPresent()
                        && (isRunning(container.get())
                                || (condition != WaitCondition.NOT_RUNNING
                                        && status(container.get()).equals("created")))) {
                    world.wait();
                    container = world.findContainer(id);
                }
                int exitCode = container
                        .map(it -> (int) new JsonObject(it).object("State").number("ExitCode"))
                        .orElse(0);
                return new ContainerExit(exitCode, "");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineInterruptedException("interrupted while waiting for a container", e);
            }
        }
    }
}
