package io.github.jcompose.runtime.project;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who depends on whom among the enabled services of a project. */
public final class ServiceOrder {
    private final Map<String, Set<String>> dependencies = new TreeMap<>();
    private final Map<String, Set<String>> dependents = new TreeMap<>();
    private final List<String> order;

    /**
     * @throws ComposeException if services depend on each other in a circle
     */
    public ServiceOrder(Project project) {
        Map<String, Service> services = project.services();
        services.keySet().forEach(key -> dependents.put(key, new TreeSet<>()));
        services.forEach((key, service) -> {
            Set<String> on = new TreeSet<>(Dependencies.of(service).keySet());
            on.retainAll(services.keySet());
            dependencies.put(key, on);
            on.forEach(other -> dependents.getOrDefault(other, new TreeSet<>()).add(key));
        });
        Map<String, Boolean> done = new LinkedHashMap<>();
        dependencies.keySet().forEach(key -> visit(key, new LinkedHashSet<>(), done));
        order = List.copyOf(done.keySet());
    }

    private void visit(String key, Set<String> path, Map<String, Boolean> done) {
        if (done.containsKey(key)) {
            return;
        }
        if (!path.add(key)) {
            List<String> circle = new ArrayList<>(path);
            circle = circle.subList(circle.indexOf(key), circle.size());
            throw new ComposeException("dependency cycle: " + String.join(" -> ", circle) + " -> " + key);
        }
        dependencies(key).forEach(other -> visit(other, path, done));
        path.remove(key);
        done.put(key, true);
    }

    /** {@return all services, dependencies first, else by name} */
    public List<String> dependenciesFirst() {
        return order;
    }

    /** {@return the enabled services that this one depends on, sorted} */
    public Set<String> dependencies(String key) {
        return dependencies.getOrDefault(key, Set.of());
    }

    /** {@return the enabled services that depend on this one, sorted} */
    public Set<String> dependents(String key) {
        return dependents.getOrDefault(key, Set.of());
    }
}
