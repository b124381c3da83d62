package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.plan.Step.ContainerRef;
import io.github.jcompose.runtime.project.Dependencies;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the containers of one service to the wanted number and the wanted state. */
final class ServicePlanner {
    private final PlanRequest request;
    private final Observation seen;
    private final PlanBuilder plan;
    private final ServiceOrder order;
    private final NetworkPlanner networks;
    private final VolumePlanner volumes;
    private final String key;
    private final Service service;
    private final Names names;
    private final Map<String, List<Integer>> last;
    private final Set<String> replaced;

    ServicePlanner(
            PlanRequest request,
            Observation seen,
            PlanBuilder plan,
            ServiceOrder order,
            NetworkPlanner networks,
            VolumePlanner volumes,
            String key,
            Map<String, List<Integer>> last,
            Set<String> replaced) {
        this.request = request;
        this.seen = seen;
        this.plan = plan;
        this.order = order;
        this.networks = networks;
        this.volumes = volumes;
        this.key = key;
        this.service =
                request.project().services().getOrDefault(key, Service.builder().build());
        this.names = Names.of(request.project());
        this.last = last;
        this.replaced = replaced;
    }

    /** {@return the steps that must be done before the service counts as converged} */
    List<Integer> plan() {
        if (service.provider() != null) {
            return List.of();
        }
        boolean emptied = volumes.empties(key);
        List<Observation.Container> existing = emptied ? List.of() : seen.containersOf(key);
        if (emptied && !seen.containersOf(key).isEmpty()) {
            replaced.add(key);
        }
        Map<String, String> reasons = reasons(existing);
        List<Observation.Container> sorted = sorted(existing, reasons);
        int wanted = service.replicas();
        List<Integer> done = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Observation.Container container = sorted.get(i);
            String reason = reasons.get(container.id());
            if (i >= wanted) {
                scaleDown(container, wanted);
            } else if (reason != null) {
                done.add(recreate(container, reason));
            } else {
                keep(container, done);
            }
        }
        int number =
                existing.stream().mapToInt(Observation.Container::number).max().orElse(0);
        for (int i = sorted.size(); i < wanted; i++) {
            done.add(create(++number, emptied ? "volume recreated" : "not found"));
        }
        return done;
    }

    private Map<String, String> reasons(List<Observation.Container> existing) {
        Map<String, String> reasons = new HashMap<>();
        Divergence divergence = new Divergence(request, seen, key, service);
        for (Observation.Container container : existing) {
            String reason = divergence.of(container, request.policy(key), replaced);
            if (reason != null) {
                reasons.put(container.id(), reason);
            }
        }
        return reasons;
    }

    /** {@return those to keep first: up to date before obsolete, low numbers before high, new before old} */
    private static List<Observation.Container> sorted(
            List<Observation.Container> existing, Map<String, String> reasons) {
        return existing.stream()
                .sorted(Comparator.comparingInt((Observation.Container c) -> reasons.containsKey(c.id()) ? 1 : 0)
                        .thenComparingInt(Observation.Container::number)
                        .thenComparing(Comparator.comparingLong(Observation.Container::created)
                                .reversed())
                        .thenComparing(Observation.Container::name))
                .toList();
    }

    private void scaleDown(Observation.Container container, int wanted) {
        String reason = "scaled down to " + wanted;
        int stop = plan.stop(container, reason, List.of(), null);
        plan.remove(container, reason, List.of(stop), null, true);
    }

    private void keep(Observation.Container container, List<Integer> done) {
        String intended = Names.intended(container.name());
        String name = names.container(key, service, container.number());
        if (name.equals(intended)) {
            List<Integer> after = new ArrayList<>();
            seen.containers().stream()
                    .filter(other -> other.name().equals(name))
                    .findFirst()
                    .ifPresent(other -> after.add(plan.remove(
                            other, "replaced", List.of(plan.stop(other, "replaced", List.of(), null)), null)));
            done.add(plan.add(
                    new Step.RenameContainer(ContainerRef.of(container), name), "recreation was interrupted", after));
        }
        if (container.state().equals("paused")) {
            done.add(plan.add(new Step.UnpauseContainer(ContainerRef.of(container)), "paused", List.of()));
        }
    }

    private int create(int number, String reason) {
        String name = names.container(key, service, number);
        return plan.add(
                new Step.CreateContainer(key, service, number, name, name, null, List.of()), reason, prerequisites());
    }

    private int recreate(Observation.Container old, String reason) {
        replaced.add(key);
        String group = "recreate:" + key + ":" + old.number();
        List<Integer> before = new ArrayList<>(prerequisites());
        for (Observation.Container dependent : restartedWithThis()) {
            before.add(plan.stop(dependent, "dependency " + key + " recreated", List.of(), null));
        }
        String name = names.container(key, service, old.number());
        int creation = plan.add(
                new Step.CreateContainer(
                        key,
                        service,
                        old.number(),
                        Names.temporary(old.id(), name),
                        name,
                        ContainerRef.of(old),
                        request.keepAnonymousVolumes() ? volumesOf(old) : List.of()),
                reason,
                before,
                group);
        List<Integer> gone = new ArrayList<>(networks.reconnectionsOf(old));
        gone.add(creation);
        Integer stopped = plan.stopOf(old);
        gone.add(stopped != null ? stopped : plan.stop(old, reason, List.of(creation), group));
        int removal = plan.remove(old, reason, gone, group, !request.keepAnonymousVolumes());
        List<Integer> free = new ArrayList<>(List.of(removal));
        // An interrupted recreation has left another one under the name.
        seen.containersOf(key).stream()
                .filter(other -> other.name().equals(name) && !other.id().equals(old.id()))
                .forEach(other -> free.add(
                        plan.remove(other, "replaced", List.of(plan.stop(other, "replaced", List.of(), null)), null)));
        ContainerRef fresh = new ContainerRef(null, Names.temporary(old.id(), name), key, old.number(), false);
        return plan.add(new Step.RenameContainer(fresh, name), reason, free, group);
    }

    private static List<Observation.Mount> volumesOf(Observation.Container old) {
        return old.mounts().stream().filter(m -> m.type().equals("volume")).toList();
    }

    private Collection<Observation.Container> restartedWithThis() {
        List<Observation.Container> containers = new ArrayList<>();
        for (String dependent : order.dependents(key)) {
            Service other = request.project().services().get(dependent);
            Dependency dependency = other == null ? null : restart(other);
            if (dependency != null && dependency.restart()) {
                seen.containersOf(dependent).stream()
                        .filter(Observation.Container::active)
                        .forEach(containers::add);
            }
        }
        return containers;
    }

    private @Nullable Dependency restart(Service dependent) {
        return Dependencies.of(dependent).get(key);
    }

    private List<Integer> prerequisites() {
        List<Integer> steps = new ArrayList<>(networks.creationsFor(service));
        steps.addAll(volumes.creationsFor(service));
        order.dependencies(key).forEach(other -> steps.addAll(last.getOrDefault(other, List.of())));
        return steps;
    }
}
