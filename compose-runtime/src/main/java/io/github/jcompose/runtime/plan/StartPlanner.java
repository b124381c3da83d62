package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.plan.Step.ContainerRef;
import io.github.jcompose.runtime.project.Dependencies;
import io.github.jcompose.runtime.project.ServiceOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to a plan the starts of what will not run when its other steps are done. */
final class StartPlanner {
    /** A container as it will be: why it does not run, and the step after which it is ready. */
    private record Stopped(ContainerRef container, String reason, List<Integer> after) {}

    private final Project project;
    private final Observation seen;
    private final PlanBuilder plan;
    private final Map<String, Integer> providers;
    private final Map<String, List<Integer>> started = new HashMap<>();
    private final Map<String, Map<String, Stopped>> stopped = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();

    StartPlanner(Project project, Observation seen, PlanBuilder plan, Map<String, Integer> providers) {
        this.project = project;
        this.seen = seen;
        this.plan = plan;
        this.providers = providers;
    }

    void plan() {
        look();
        ServiceOrder order = new ServiceOrder(project);
        for (String key : order.dependenciesFirst()) {
            Service service = project.services().get(key);
            List<Stopped> containers =
                    new ArrayList<>(stopped.getOrDefault(key, Map.of()).values());
            if (service != null && !containers.isEmpty()) {
                start(order, key, service, containers);
            }
        }
    }

    private void look() {
        for (String key : project.services().keySet()) {
            for (Observation.Container container : seen.containersOf(key)) {
                if (container.running() || container.state().equals("restarting")) {
                    running.add(container.id());
                } else if (!container.state().equals("paused")) {
                    stopped(ContainerRef.of(container), container.state(), List.of());
                }
            }
        }
        for (Plan.Node node : plan.nodes()) {
            if (node.step() instanceof Step.CreateContainer create) {
                ContainerRef fresh = new ContainerRef(null, create.finalName(), create.key(), create.number(), false);
                stopped(fresh, create.replaces() == null ? "created" : "recreated", List.of(node.number()));
            } else if (node.step() instanceof Step.StopContainer stop) {
                if (running.remove(stop.container().id())) {
                    stopped(stop.container(), node.reason(), List.of(node.number()));
                }
            } else if (node.step() instanceof Step.RemoveContainer remove) {
                running.remove(remove.container().id());
                forget(remove.container());
            } else if (node.step() instanceof Step.RenameContainer rename) {
                ready(rename.container().service(), rename.finalName(), node.number());
            } else if (node.step() instanceof Step.ConnectNetwork connect) {
                ready(connect.container().service(), connect.container().name(), node.number());
            }
        }
    }

    private void stopped(ContainerRef container, String reason, List<Integer> after) {
        stopped.computeIfAbsent(container.service(), key -> new LinkedHashMap<>())
                .put(container.id() == null ? container.name() : container.id(), new Stopped(container, reason, after));
    }

    private void forget(ContainerRef container) {
        stopped.getOrDefault(container.service(), new HashMap<>()).remove(String.valueOf(container.id()));
    }

    private void ready(String service, String name, int number) {
        stopped.getOrDefault(service, new HashMap<>())
                .replaceAll((key, it) ->
                        it.container.name().equals(name) ? new Stopped(it.container, it.reason, List.of(number)) : it);
    }

    private void start(ServiceOrder order, String key, Service service, List<Stopped> containers) {
        List<Integer> before = new ArrayList<>();
        order.dependencies(key).forEach(other -> before.addAll(dependency(key, service, other)));
        if (seen.containersOf(key).stream().noneMatch(c -> running.contains(c.id()))) {
            for (int i = 0; i < service.preStart().size(); i++) {
                List<Integer> after = new ArrayList<>(before);
                containers.forEach(container -> after.addAll(container.after));
                before.add(plan.add(new Step.RunHook(key, i), "no container of " + key + " runs", after));
            }
        }
        List<Integer> steps = new ArrayList<>();
        for (Stopped container : containers) {
            List<Integer> after = new ArrayList<>(before);
            after.addAll(container.after);
            steps.add(plan.add(new Step.StartContainer(container.container), container.reason, after));
        }
        started.put(key, steps);
    }

    private List<Integer> dependency(String key, Service service, String other) {
        Integer provider = providers.get(other);
        if (provider != null) {
            return List.of(provider);
        }
        List<Integer> after = started.getOrDefault(other, List.of());
        Dependency dependency = Dependencies.of(service).get(other);
        Service target = project.services().get(other);
        if (dependency == null
                || dependency.condition() == DependencyCondition.SERVICE_STARTED
                || target == null
                || target.replicas() == 0) {
            return after;
        }
        String condition = dependency.condition().toString();
        return List.of(plan.add(new Step.AwaitService(other, condition), key + " depends on it", after));
    }
}
