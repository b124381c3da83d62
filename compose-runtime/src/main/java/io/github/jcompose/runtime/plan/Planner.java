package io.github.jcompose.runtime.plan;

import io.github.jcompose.runtime.plan.Step.ContainerRef;
import io.github.jcompose.runtime.project.ServiceOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the steps from an observation to what is requested. A pure function: no engine, no clock. */
public final class Planner {
    private final PlanRequest request;
    private final Observation seen;
    private final PlanBuilder plan = new PlanBuilder();

    private Planner(PlanRequest request, Observation seen) {
        this.request = request;
        this.seen = seen;
    }

    /**
     * {@return the plan}
     *
     * @throws io.github.jcompose.model.ComposeException if what is requested cannot be
     */
    public static Plan plan(PlanRequest request, Observation seen) {
        return new Planner(request, seen).plan();
    }

    private Plan plan() {
        ServiceOrder order = new ServiceOrder(request.project());
        ContainerNames.check(request.project());
        NetworkPlanner networks = new NetworkPlanner(request.project(), seen, plan);
        networks.plan();
        VolumePlanner volumes = new VolumePlanner(request, seen, plan);
        volumes.plan();
        Map<String, List<Integer>> last = new HashMap<>();
        Set<String> replaced = new HashSet<>();
        for (String key : order.dependenciesFirst()) {
            ServicePlanner service =
                    new ServicePlanner(request, seen, plan, order, networks, volumes, key, last, replaced);
            last.put(key, service.plan());
        }
        orphans();
        return plan.build();
    }

    private void orphans() {
        List<Observation.Container> orphans = orphans(request, seen);
        if (orphans.isEmpty()) {
            return;
        }
        if (request.removeOrphans()) {
            for (Observation.Container orphan : orphans) {
                ContainerRef ref = ContainerRef.orphan(orphan);
                int stop = plan.add(new Step.StopContainer(ref), "orphaned", List.of());
                plan.add(Step.RemoveContainer.of(orphan, ref, false), "orphaned", List.of(stop));
            }
        } else if (!request.ignoreOrphans()) {
            plan.warn("Found orphan containers ("
                    + orphans.stream().map(Observation.Container::name).collect(Collectors.joining(", "))
                    + ") for this project. If you removed or renamed this service in your compose file, you can"
                    + " run this command with the --remove-orphans flag to clean it up.");
        }
    }

    private static List<Observation.Container> orphans(PlanRequest request, Observation seen) {
        Set<String> known = new HashSet<>(request.project().services().keySet());
        known.addAll(request.project().disabledServices().keySet());
        return seen.containers().stream()
                .filter(c -> c.oneOff() ? c.state().matches("exited|dead") : !known.contains(c.service()))
                .sorted(Comparator.comparing(Observation.Container::name))
                .toList();
    }
}
