package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds services that wait for each other. */
final class DependencyCycles {
    private DependencyCycles() {}

    /** A service on the way, and the dependencies that are still to be followed. */
    private record Step(String name, Iterator<String> dependencies) {}

    static void check(Project project, MappingNode tree, Problems problems) {
        Map<String, Boolean> finished = new HashMap<>();
        for (String name : new TreeSet<>(project.services().keySet())) {
            if (finished.containsKey(name)) {
                continue;
            }
            Deque<Step> way = new ArrayDeque<>();
            enter(project, name, way, finished);
            while (!way.isEmpty()) {
                Step step = way.getLast();
                if (!step.dependencies().hasNext()) {
                    finished.put(step.name(), true);
                    way.removeLast();
                    continue;
                }
                String next = step.dependencies().next();
                Boolean done = finished.get(next);
                if (done == null) {
                    enter(project, next, way, finished);
                } else if (!done) {
                    report(way, next, tree, problems);
                    return;
                }
            }
        }
    }

    private static void enter(Project project, String name, Deque<Step> way, Map<String, Boolean> finished) {
        Service service = project.services().get(name);
        List<String> dependencies = service == null
                ? List.of()
                : service.dependsOn().keySet().stream().sorted().toList();
        finished.put(name, false);
        way.addLast(new Step(name, dependencies.iterator()));
    }

    private static void report(Deque<Step> way, String start, MappingNode tree, Problems problems) {
        List<String> circle = new ArrayList<>();
        for (Step step : way) {
            if (!circle.isEmpty() || step.name().equals(start)) {
                circle.add(step.name());
            }
        }
        circle.add(start);
        MappingNode services = tree.mapping("services");
        MappingNode service = services == null ? null : services.mapping(start);
        String message = "services depend on each other in a circle: " + String.join(" -> ", circle);
        TreePath path = TreePath.ROOT.key("services").key(start).key("depends_on");
        problems.error(service == null ? tree : ConsistencyCheck.at(service, "depends_on"), path, message);
    }
}
