package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.SwarmObject;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes a stack: what others of it use comes last. */
final class Removal {
    private static final Set<String> OVER = Set.of("complete", "shutdown", "failed", "rejected", "remove", "orphaned");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long USUAL_GRACE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Surroundings surroundings;
    private final String stack;
    private final List<String> failures = new ArrayList<>();

    Removal(Surroundings surroundings, String stack) {
        this.surroundings = surroundings;
        this.stack = stack;
    }

    /** {@return whether there was anything} */
    boolean run(boolean await) {
        List<SwarmService> services = surroundings.services(stack);
        List<SwarmObject> secrets = surroundings.swarm().secrets().list(Surroundings.of(stack));
        List<SwarmObject> configs = surroundings.swarm().configs().list(Surroundings.of(stack));
        List<NetworkDetails> networks = surroundings.engine().networks().list(Surroundings.of(stack));
        // The tasks of services that are gone are not listed by the stack any more.
        List<SwarmTask> tasks = await
                ? surroundings.swarm().tasks(Surroundings.of(stack)).stream()
                        .filter(task -> !OVER.contains(task.state()))
                        .toList()
                : List.of();
        for (SwarmService service : services) {
            remove(
                    ResourceKind.SERVICE,
                    service.name(),
                    () -> surroundings.swarm().services().remove(service.id()));
        }
        for (SwarmObject secret : secrets) {
            remove(
                    ResourceKind.SECRET,
                    secret.name(),
                    () -> surroundings.swarm().secrets().remove(secret.id()));
        }
        for (SwarmObject config : configs) {
            remove(
                    ResourceKind.CONFIG,
                    config.name(),
                    () -> surroundings.swarm().configs().remove(config.id()));
        }
        // A network whose containers are still about to end makes trouble for a new one of its name.
        awaitEnd(tasks, services);
        for (NetworkDetails network : networks) {
            remove(ResourceKind.NETWORK, network.name(), () -> removeNetwork(network.id()));
        }
        if (!failures.isEmpty()) {
            throw new ComposeException("stack " + stack + " is not wholly removed: " + String.join("; ", failures));
        }
        return !services.isEmpty() || !secrets.isEmpty() || !configs.isEmpty() || !networks.isEmpty();
    }

    private void remove(ResourceKind kind, String name, Runnable removal) {
        surroundings.events().working(kind, name, "Removing");
        try {
            removal.run();
        } catch (EngineNotFoundException e) {
            // Someone else removed it.
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            surroundings.events().error(kind, name, e);
            failures.add(name + ": " + Surroundings.reason(e));
            return;
        }
        surroundings.events().done(kind, name, "Removed");
    }

    /** Tasks that are about to end hold their networks for a moment. */
    private void removeNetwork(String id) {
        Instant end = surroundings.clock().instant().plus(PATIENCE);
        while (true) {
            try {
                surroundings.engine().networks().remove(id);
                return;
            } catch (EngineNotFoundException e) {
                throw e;
            } catch (EngineException e) {
                boolean inUse = String.valueOf(e.getMessage()).contains("in use");
                if (!inUse || surroundings.clock().instant().isAfter(end)) {
                    throw e;
                }
                Patience.pause();
            }
        }
    }

    /** A node that does not answer any more never says that its tasks have ended. */
    private void awaitEnd(List<SwarmTask> tasks, List<SwarmService> services) {
        Map<String, String> names = services.stream().collect(Collectors.toMap(SwarmService::id, SwarmService::name));
        Patience patience = Patience.betweenChanges(
                surroundings.clock(),
                PATIENCE.plusNanos(
                        services.stream().mapToLong(Removal::grace).max().orElse(0)));
        Set<String> waited = tasks.stream().map(SwarmTask::id).collect(Collectors.toSet());
        List<SwarmTask> left = tasks;
        while (!left.isEmpty()) {
            Patience.pause();
            left = surroundings.swarm().tasks(Filters.none()).stream()
                    .filter(task -> waited.contains(task.id()) && !OVER.contains(task.state()))
                    .toList();
            String end = patience.end(left.stream().map(SwarmTask::id).collect(Collectors.toSet()));
            if (end != null && !left.isEmpty()) {
                left.forEach(
                        task -> failures.add(end + ": a task of " + names.getOrDefault(task.service(), task.service())
                                + " on node " + task.node() + " is still " + task.state()));
                return;
            }
        }
    }

    /** {@return how long its containers may take to stop, in nanoseconds} */
    private static long grace(SwarmService service) {
        JsonObject container = service.taskTemplate().object("ContainerSpec");
        return container.map().containsKey("StopGracePeriod") ? container.number("StopGracePeriod") : USUAL_GRACE_NANOS;
    }
}
