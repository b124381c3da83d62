package io.github.jcompose.runtime.plan;

import io.github.jcompose.runtime.plan.Step.ContainerRef;
import io.github.jcompose.runtime.project.ServiceOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the steps that take a project down: dependents before what they depend on, then networks and volumes. */
public final class DownPlanner {
    private final DownRequest request;
    private final Observation seen;
    private final PlanBuilder plan = new PlanBuilder();
    private final Map<String, List<Integer>> removals = new HashMap<>();

    private DownPlanner(DownRequest request, Observation seen) {
        this.request = request;
        this.seen = seen;
    }

    /** {@return the plan} */
    public static Plan plan(DownRequest request, Observation seen) {
        return new DownPlanner(request, seen).plan();
    }

    private Plan plan() {
        ServiceOrder order = new ServiceOrder(request.project());
        Set<String> going = going(order);
        List<String> services = new ArrayList<>(order.dependenciesFirst());
        Collections.reverse(services);
        for (String key : services) {
            if (going.contains(key)) {
                List<Integer> before = new ArrayList<>();
                order.dependents(key).forEach(other -> before.addAll(removals.getOrDefault(other, List.of())));
                removals.put(key, service(key, before));
            }
        }
        orphans();
        List<Integer> gone = removals.values().stream().flatMap(List::stream).toList();
        resources(gone);
        return plan.build();
    }

    private Set<String> going(ServiceOrder order) {
        if (request.named().isEmpty()) {
            return new TreeSet<>(order.dependenciesFirst());
        }
        Set<String> going = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(request.named());
        while (!open.isEmpty()) {
            String key = open.removeFirst();
            if (going.add(key)) {
                open.addAll(order.dependents(key));
            }
        }
        return going;
    }

    private List<Integer> service(String key, List<Integer> before) {
        List<Integer> steps = new ArrayList<>();
        for (Observation.Container container : seen.containersOf(key)) {
            // Nothing leads to anonymous volumes any more once their container is gone.
            steps.add(remove(container, ContainerRef.of(container), "down", before, true));
        }
        return steps;
    }

    private int remove(
            Observation.Container container, ContainerRef ref, String reason, List<Integer> before, boolean volumes) {
        List<Integer> after = before;
        if (container.active()) {
            after = List.of(plan.add(new Step.StopContainer(ref), reason, before));
        }
        return plan.add(Step.RemoveContainer.of(container, ref, volumes), reason, after);
    }

    private void orphans() {
        Set<String> known = new HashSet<>(request.project().services().keySet());
        known.addAll(request.project().disabledServices().keySet());
        List<Observation.Container> orphans = seen.containers().stream()
                .filter(c -> c.oneOff() || !known.contains(c.service()))
                .sorted(Comparator.comparing(Observation.Container::name))
                .toList();
        if (request.removeOrphans()) {
            for (Observation.Container orphan : orphans) {
                int removal = remove(orphan, ContainerRef.orphan(orphan), "orphaned", List.of(), false);
                removals.computeIfAbsent("", k -> new ArrayList<>()).add(removal);
            }
            return;
        }
        String names = orphans.stream()
                .filter(c -> !c.oneOff())
                .map(Observation.Container::name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            plan.warn("Found orphan containers (" + names + ") for this project; --remove-orphans removes them");
        }
    }

    private void resources(List<Integer> gone) {
        new TreeMap<>(request.project().networks()).forEach((key, network) -> {
            Observation.Network live = seen.networks().get(key);
            if (!network.external() && live != null && live.configHash() != null) {
                plan.add(new Step.RemoveNetwork(key, live.id(), live.name(), true), "down", gone);
            }
        });
        if (request.volumes()) {
            new TreeMap<>(request.project().volumes()).forEach((key, volume) -> {
                Observation.Volume live = seen.volumes().get(key);
                if (!volume.external() && live != null && live.configHash() != null) {
                    plan.add(new Step.RemoveVolume(key, live.name(), true), "down", gone);
                }
            });
        }
        new TreeSet<>(request.images()).forEach(image -> plan.add(new Step.RemoveImage(image), "down", gone));
    }
}
