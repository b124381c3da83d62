package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a service is on its way to what it should be.
 *
 * @param text for the user, such as {@code 3/5 running}
 * @param trouble what the newest failed task says; empty without one
 * @param converged whether all is there
 * @param failure why it will not get there; null if it may
 * @param youngest when the last of its tasks came to run
 * @param monitor how long a task is watched before it counts as well
 */
record ServiceProgress(
        String text,
        String trouble,
        boolean converged,
        @Nullable String failure,
        Instant youngest,
        Duration monitor) {
    private static final Duration USUAL_MONITOR = Duration.ofSeconds(5);
    private static final Set<String> OVER = Set.of("complete", "shutdown", "failed", "rejected", "remove", "orphaned");
    private static final Set<String> ENDED_BY_ITSELF = Set.of("complete", "failed", "rejected");
    private static final String RUNNING = "running";
    private static final String COMPLETE = "complete";

    /** {@return the progress of a service with these tasks} */
    static ServiceProgress of(SwarmService service, List<SwarmTask> tasks) {
        JsonObject mode = service.spec().object("Mode");
        List<SwarmTask> current =
                tasks.stream().filter(task -> isCurrent(service, task)).toList();
        boolean job = mode.hasObject("ReplicatedJob") || mode.hasObject("GlobalJob");
        long there = job
                ? current.stream().filter(task -> task.state().equals(COMPLETE)).count()
                : current.stream().filter(ServiceProgress::runs).count();
        long wanted = wanted(mode, current, tasks);
        // The tasks that a rollback is for are not of the latest specification any more.
        String trouble = trouble(service.updateState().startsWith("rollback") ? tasks : current);
        String text = there + "/" + wanted + (job ? " complete" : " running") + phase(service);
        boolean updating =
                !service.updateState().isEmpty() && !service.updateState().equals("completed");
        boolean unknown = wanted == 0 && (mode.hasObject("Global") || mode.hasObject("GlobalJob"));
        Instant youngest = current.stream()
                .filter(ServiceProgress::runs)
                .map(SwarmTask::since)
                .max(Comparator.naturalOrder())
                .orElse(unknown ? Instant.MAX : Instant.MIN);
        boolean converged = there == wanted && !updating;
        String failure = failure(service, text, trouble);
        if (failure == null && there < wanted && !updating && isGivenUp(current, tasks)) {
            failure = text + ", and no more tasks are started" + (trouble.isEmpty() ? "" : ": " + trouble);
        }
        return new ServiceProgress(text, trouble, converged, failure, youngest, monitor(service, job));
    }

    private static boolean runs(SwarmTask task) {
        return task.state().equals(RUNNING) && task.desiredState().equals(RUNNING);
    }

    private static long wanted(JsonObject mode, List<SwarmTask> current, List<SwarmTask> all) {
        if (mode.hasObject("ReplicatedJob")) {
            return mode.object("ReplicatedJob").number("TotalCompletions");
        } else if (mode.hasObject("GlobalJob")) {
            return nodes(current.stream());
        } else if (mode.hasObject("Global")) {
            long nodes = nodes(all.stream().filter(task -> task.desiredState().equals(RUNNING)));
            // Where none is to run any more, since it failed, one was wanted.
            return nodes > 0 ? nodes : nodes(current.stream().filter(task -> ENDED_BY_ITSELF.contains(task.state())));
        }
        return mode.object("Replicated").number("Replicas");
    }

    private static long nodes(Stream<SwarmTask> tasks) {
        return tasks.map(SwarmTask::node).distinct().count();
    }

    /** Whether a task is made from the latest specification, and of the latest run of a job. */
    private static boolean isCurrent(SwarmService service, SwarmTask task) {
        if (service.raw().hasObject("JobStatus")) {
            JsonObject iteration = service.raw().object("JobStatus").object("JobIteration");
            return iteration.number("Index")
                    == task.raw().object("JobIteration").number("Index");
        }
        return significant(service.taskTemplate()).equals(significant(task.spec()));
    }

    /**
     * A task that stands where a new placement allows it is not replaced. The engine tells the runtime of services
     * only, and leaves out empty values in one of the two.
     */
    private static Map<String, Object> significant(JsonObject spec) {
        Map<String, Object> rest = new LinkedHashMap<>();
        spec.map().forEach((key, value) -> {
            Object kept = significant(value);
            if (kept != null && !key.equals("Placement") && !key.equals("Runtime")) {
                rest.put(key, kept);
            }
        });
        return rest;
    }

    private static @Nullable Object significant(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> map = significant(JsonObject.of(value));
            return map.isEmpty() ? null : map;
        } else if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : list.stream()
                            .map(item -> Optional.ofNullable(significant(item)))
                            .toList();
        }
        boolean empty = value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0);
        return empty ? null : value;
    }

    private static String trouble(List<SwarmTask> tasks) {
        return tasks.stream()
                .filter(task -> !task.error().isEmpty())
                .max(Comparator.comparing(SwarmTask::since))
                .map(SwarmTask::error)
                .orElse("");
    }

    private static String phase(SwarmService service) {
        return switch (service.updateState()) {
            case "updating" -> ", updating";
            case "rollback_started" -> ", rolling back";
            default -> "";
        };
    }

    private static @Nullable String failure(SwarmService service, String text, String trouble) {
        String more = trouble.isEmpty() ? "" : " (" + trouble + ")";
        return switch (service.updateState()) {
            case "paused" -> "the update was paused, " + text + ": " + service.updateMessage() + more;
            case "rollback_paused" -> "the rollback was paused, " + text + ": " + service.updateMessage() + more;
            case "rollback_completed" -> "rolled back: " + service.updateMessage() + more;
            default -> null;
        };
    }

    /**
     * Whether its tasks have ended and its restart policy does not ask for others. A task that has just ended is still
     * wanted, until the swarm wants another one at once or none any more; and what an update will replace is wanted, too.
     */
    private static boolean isGivenUp(List<SwarmTask> current, List<SwarmTask> all) {
        return !current.isEmpty() && all.stream().allMatch(ServiceProgress::hasEndedForGood);
    }

    private static boolean hasEndedForGood(SwarmTask task) {
        return switch (task.desiredState()) {
            case "shutdown", "remove" -> OVER.contains(task.state());
            case COMPLETE -> task.state().equals(COMPLETE);
            default -> false;
        };
    }

    private static Duration monitor(SwarmService service, boolean job) {
        if (job || !service.updateState().isEmpty()) {
            // The swarm has watched the tasks itself.
            return Duration.ZERO;
        }
        JsonObject update = service.spec().object("UpdateConfig");
        return update.map().containsKey("Monitor") ? Duration.ofNanos(update.number("Monitor")) : USUAL_MONITOR;
    }

    @Override
    public String toString() {
        return text + (trouble.isEmpty() ? "" : ": " + trouble);
    }
}
