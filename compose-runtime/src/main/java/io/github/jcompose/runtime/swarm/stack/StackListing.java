package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.NaturalOrder;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.SwarmNode;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import io.github.jcompose.runtime.swarm.ServiceInfo;
import io.github.jcompose.runtime.swarm.ServiceInfo.Mode;
import io.github.jcompose.runtime.swarm.ServiceInfo.PublishedPort;
import io.github.jcompose.runtime.swarm.StackInfo;
import io.github.jcompose.runtime.swarm.TaskInfo;
import io.github.jcompose.runtime.swarm.spec.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells of the stacks of a swarm. */
final class StackListing {
    private final Surroundings surroundings;

    StackListing(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<StackInfo> stacks() {
        Map<String, Integer> counts = new TreeMap<>(NaturalOrder.INSTANCE);
        for (SwarmService service : surroundings.swarm().services().list(Filters.label(Stack.NAMESPACE))) {
            counts.merge(service.labels().getOrDefault(Stack.NAMESPACE, ""), 1, Integer::sum);
        }
        List<StackInfo> stacks = new ArrayList<>();
        counts.forEach((name, count) -> stacks.add(new StackInfo(name, count)));
        return stacks;
    }

    List<ServiceInfo> services(String stack, Map<String, List<String>> filters) {
        return surroundings.swarm().services().list(filters(stack, filters)).stream()
                .map(StackListing::info)
                .sorted(Comparator.comparing(ServiceInfo::name, NaturalOrder.INSTANCE))
                .toList();
    }

    private static Filters filters(String stack, Map<String, List<String>> more) {
        Filters filters = Surroundings.of(stack);
        for (Map.Entry<String, List<String>> entry : more.entrySet()) {
            for (String value : entry.getValue()) {
                filters = filters.and(entry.getKey(), value);
            }
        }
        return filters;
    }

    static ServiceInfo info(SwarmService service) {
        JsonObject mode = service.spec().object("Mode");
        JsonObject status = service.raw().object("ServiceStatus");
        JsonObject job = mode.object("ReplicatedJob");
        Mode kind = mode.hasObject("Global")
                ? Mode.GLOBAL
                : mode.hasObject("GlobalJob")
                        ? Mode.GLOBAL_JOB
                        : mode.hasObject("ReplicatedJob") ? Mode.REPLICATED_JOB : Mode.REPLICATED;
        int desired = (int) status.number("DesiredTasks");
        int completed = (int) status.number("CompletedTasks");
        int completions = kind == Mode.REPLICATED_JOB
                ? (int) job.number("TotalCompletions")
                : kind == Mode.GLOBAL_JOB ? desired + completed : 0;
        return new ServiceInfo(
                service.id(),
                service.name(),
                kind,
                (int) status.number("RunningTasks"),
                desired,
                completed,
                completions,
                (int) service.taskTemplate().object("Placement").number("MaxReplicas"),
                service.image(),
                ports(service.raw().object("Endpoint").objects("Ports")),
                service.updateState(),
                service.labels());
    }

    private static List<PublishedPort> ports(List<JsonObject> ports) {
        return ports.stream()
                .map(port -> new PublishedPort(
                        (int) port.number("PublishedPort"),
                        (int) port.number("TargetPort"),
                        port.string("Protocol"),
                        !port.string("PublishMode").equals("host")))
                .toList();
    }

    List<TaskInfo> tasks(String stack, Map<String, List<String>> given) {
        Map<String, String> nodes = new HashMap<>();
        for (SwarmNode node : surroundings.swarm().nodes(Filters.none())) {
            nodes.put(node.id(), node.hostname());
        }
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.computeIfPresent("node", (key, names) -> ids(names, nodes));
        Map<String, String> services = new HashMap<>();
        surroundings.services(stack).forEach(service -> services.put(service.id(), service.name()));
        List<SwarmTask> tasks = new ArrayList<>(surroundings.swarm().tasks(filters(stack, filters)));
        tasks.sort(Comparator.comparing(
                        (SwarmTask task) -> services.getOrDefault(task.service(), task.service()) + "." + place(task),
                        NaturalOrder.INSTANCE)
                .thenComparing(SwarmTask::created, Comparator.reverseOrder()));
        Set<String> seen = new HashSet<>();
        List<TaskInfo> infos = new ArrayList<>();
        for (SwarmTask task : tasks) {
            infos.add(info(task, services, nodes, !seen.add(task.service() + "." + place(task))));
        }
        return infos;
    }

    private static String place(SwarmTask task) {
        return task.slot() > 0 ? String.valueOf(task.slot()) : task.node();
    }

    private List<String> ids(List<String> names, Map<String, String> nodes) {
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            if (name.equals("self")) {
                ids.add(surroundings.swarm().state().string("NodeID"));
            } else if (nodes.containsValue(name)) {
                nodes.forEach((id, hostname) -> {
                    if (hostname.equals(name)) {
                        ids.add(id);
                    }
                });
            } else {
                ids.add(name);
            }
        }
        return ids;
    }

    private static TaskInfo info(
            SwarmTask task, Map<String, String> services, Map<String, String> nodes, boolean previous) {
        return new TaskInfo(
                task.id(),
                services.getOrDefault(task.service(), task.service()),
                task.service(),
                task.slot(),
                previous,
                task.spec().object("ContainerSpec").string("Image"),
                nodes.getOrDefault(task.node(), task.node()),
                task.node(),
                task.desiredState(),
                task.state(),
                task.since(),
                task.error(),
                ports(task.raw().object("Status").object("PortStatus").objects("Ports")));
    }
}
