package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.plan.Step.ContainerRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Creates networks that are missing and replaces those that differ. */
final class NetworkPlanner {
    private final Project project;
    private final Observation seen;
    private final PlanBuilder plan;
    private final Map<String, Integer> creations = new HashMap<>();
    private final Map<String, List<Integer>> reconnections = new HashMap<>();

    NetworkPlanner(Project project, Observation seen, PlanBuilder plan) {
        this.project = project;
        this.seen = seen;
        this.plan = plan;
    }

    void plan() {
        new TreeMap<>(project.networks()).forEach((key, network) -> {
            if (!network.external()) {
                plan(key, network);
            }
        });
    }

    private void plan(String key, Network wanted) {
        String name = nameOf(key, wanted);
        Observation.Network live = seen.networks().get(key);
        if (live == null) {
            creations.put(key, plan.add(new Step.CreateNetwork(key, name), "not found", List.of()));
        } else if (live.configHash() != null && !live.configHash().equals(ConfigHash.of(wanted))) {
            replace(key, name, live);
        }
    }

    private void replace(String key, String name, Observation.Network live) {
        boolean renamed = !live.name().equals(name);
        String reason = renamed ? "network renamed from " + live.name() : "network configuration changed";
        List<Observation.Container> users = users(key);
        List<Integer> disconnected = new ArrayList<>();
        for (Observation.Container user : users) {
            int stop = plan.stop(user, reason, List.of(), null);
            boolean connected = user.networks().containsValue(live.id());
            disconnected.add(
                    connected
                            ? plan.add(
                                    new Step.DisconnectNetwork(key, live.id(), ContainerRef.of(user)),
                                    reason,
                                    List.of(stop))
                            : stop);
        }
        int removal = plan.add(new Step.RemoveNetwork(key, live.id(), live.name(), renamed), reason, disconnected);
        int creation = plan.add(new Step.CreateNetwork(key, name), reason, renamed ? List.of() : List.of(removal));
        creations.put(key, creation);
        for (int i = 0; i < users.size(); i++) {
            Observation.Container user = users.get(i);
            int connection = plan.add(
                    new Step.ConnectNetwork(key, name, ContainerRef.of(user)),
                    reason,
                    List.of(creation, disconnected.get(i)));
            reconnections.computeIfAbsent(user.id(), id -> new ArrayList<>()).add(connection);
        }
    }

    private List<Observation.Container> users(String key) {
        List<Observation.Container> users = new ArrayList<>();
        for (Map.Entry<String, Service> entry : new TreeMap<>(project.services()).entrySet()) {
            if (entry.getValue().networks().containsKey(key)) {
                users.addAll(seen.containersOf(entry.getKey()));
            }
        }
        return users;
    }

    /** {@return the steps that create networks of the service} */
    List<Integer> creationsFor(Service service) {
        List<Integer> steps = new ArrayList<>();
        for (String key : service.networks().keySet()) {
            Integer step = creations.get(key);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** {@return the steps that put the container on a new network} */
    List<Integer> reconnectionsOf(Observation.Container container) {
        return reconnections.getOrDefault(container.id(), List.of());
    }

    private static String nameOf(String key, Network network) {
        String name = network.name();
        return name == null || name.isEmpty() ? key : name;
    }
}
