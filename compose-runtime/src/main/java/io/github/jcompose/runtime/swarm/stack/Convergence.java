package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.swarm.StackUpdateException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Waits until the services of a stack run as they should, and tells how far they are. */
final class Convergence {
    /** A node may be busy for long with an image that it pulls, and tells nothing of it. */
    private static final Duration UNCHANGED = Duration.ofMinutes(15);

    private final Surroundings surroundings;
    private final String stack;
    private final Set<String> waiting;
    private final Patience patience;
    private final Map<String, Instant> convergedSince = new HashMap<>();
    private final Map<String, ServiceProgress> latest = new TreeMap<>();
    private final Map<String, String> troubles = new HashMap<>();
    private final Map<String, String> failures = new TreeMap<>();

    /**
     * @param names the services to wait for
     * @param timeout null for as long as something changes
     */
    Convergence(Surroundings surroundings, String stack, Set<String> names, @Nullable Duration timeout) {
        this.surroundings = surroundings;
        this.stack = stack;
        this.waiting = new TreeSet<>(names);
        this.patience = timeout == null
                ? Patience.betweenChanges(surroundings.clock(), UNCHANGED)
                : Patience.inAll(surroundings.clock(), timeout);
    }

    void await() {
        String end = patience.end(look());
        while (!waiting.isEmpty()) {
            if (end != null) {
                giveUp(end);
                break;
            }
            Patience.pause();
            end = patience.end(look());
        }
        if (!failures.isEmpty()) {
            throw new StackUpdateException(List.copyOf(failures.values()));
        }
    }

    private void giveUp(String end) {
        for (String name : List.copyOf(waiting)) {
            end(name, end + ": " + latest.get(name) + "; the swarm goes on trying");
        }
    }

    /** {@return the states of all tasks} */
    private Object look() {
        List<SwarmTask> all = surroundings.swarm().tasks(Surroundings.of(stack));
        Map<String, List<SwarmTask>> tasks = all.stream().collect(Collectors.groupingBy(SwarmTask::service));
        Set<String> gone = new TreeSet<>(waiting);
        for (SwarmService service : surroundings.services(stack)) {
            if (waiting.contains(service.name())) {
                gone.remove(service.name());
                look(service, ServiceProgress.of(service, tasks.getOrDefault(service.id(), List.of())));
            }
        }
        gone.forEach(name -> end(name, "it was removed meanwhile"));
        return all.stream().collect(Collectors.toMap(SwarmTask::id, task -> task.state() + " " + task.error()));
    }

    private void look(SwarmService service, ServiceProgress progress) {
        String name = service.name();
        latest.put(name, progress);
        if (!progress.trouble().isEmpty()) {
            troubles.put(name, progress.trouble());
        }
        String failure = progress.failure();
        if (failure != null) {
            // After a rollback the tasks that failed are not of the service's specification any more.
            String trouble = troubles.getOrDefault(name, "");
            end(name, trouble.isEmpty() || failure.contains(trouble) ? failure : failure + " (" + trouble + ")");
        } else if (!progress.converged()) {
            convergedSince.remove(name);
            tell(name, Status.WORKING, progress.text(), progress.trouble());
        } else if (isStable(name, progress)) {
            waiting.remove(name);
            tell(name, Status.DONE, progress.text(), "");
        } else {
            tell(name, Status.WORKING, progress.text(), "watching for failures");
        }
    }

    /** A task that runs for a moment may still fail: it must hold out as long as an update would watch it. */
    private boolean isStable(String name, ServiceProgress progress) {
        Instant now = surroundings.clock().instant();
        Instant since = convergedSince.computeIfAbsent(name, key -> now);
        Instant watched = now.minus(progress.monitor());
        return !since.isAfter(watched) || progress.youngest().isBefore(watched);
    }

    private void end(String name, String reason) {
        waiting.remove(name);
        fail(name, reason);
    }

    private void fail(String name, String reason) {
        failures.put(name, "service " + name + ": " + reason);
        tell(name, Status.ERROR, "Error", reason);
    }

    private void tell(String name, Status status, String text, String details) {
        surroundings
                .events()
                .emit(Progress.of(ResourceKind.SERVICE, name, status, text).withDetails(details));
    }
}
