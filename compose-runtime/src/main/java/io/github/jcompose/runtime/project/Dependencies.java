package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Service;
import java.util.Map;
import java.util.TreeMap;

/** What a service depends on: what {@code depends_on} says and what its links and shared namespaces imply. */
public final class Dependencies {
    private Dependencies() {}

    /** {@return the dependencies by service, sorted} */
    public static Map<String, Dependency> of(Service service) {
        Map<String, Dependency> all = new TreeMap<>(service.dependsOn());
        Dependency started = Dependency.on(DependencyCondition.SERVICE_STARTED);
        Dependency restarting = started.toBuilder().restart(true).build();
        for (String link : service.links()) {
            all.putIfAbsent(link.split(":", 2)[0], restarting);
        }
        for (String parent : ServiceReferences.namespaceParents(service)) {
            all.putIfAbsent(parent, restarting);
        }
        for (String parent : ServiceReferences.volumeParents(service)) {
            all.putIfAbsent(parent, started);
        }
        return all;
    }
}
