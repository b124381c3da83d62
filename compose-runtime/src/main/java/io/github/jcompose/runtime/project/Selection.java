package io.github.jcompose.runtime.project;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Narrows a project to some of its services. */
public final class Selection {
    private Selection() {}

    /**
     * {@return the project with the named services; the whole project if none is named}
     *
     * @param dependencies whether to keep what they depend on, too
     * @throws ComposeException if there is no service of such a name
     */
    public static Project of(Project project, Collection<String> named, boolean dependencies) {
        return named.isEmpty() || dependencies ? withDependencies(project, named) : alone(project, named);
    }

    /**
     * {@return the project with the named services, what they depend on, and the networks and volumes that these
     * use; the whole project if none is named}
     *
     * @throws ComposeException if there is no service of such a name
     */
    public static Project withDependencies(Project project, Collection<String> named) {
        if (named.isEmpty()) {
            return project;
        }
        requireKnown(project, named);
        Set<String> keep = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(named);
        while (!open.isEmpty()) {
            String key = open.removeFirst();
            Service service = project.services().get(key);
            if (service != null && keep.add(key)) {
                open.addAll(Dependencies.of(service).keySet());
            }
        }
        return keep(project, keep);
    }

    /**
     * {@return the project with the named services alone, none depending on one that was left out}
     *
     * @throws ComposeException if there is no service of such a name
     */
    public static Project alone(Project project, Collection<String> named) {
        requireKnown(project, named);
        Project narrow = keep(project, new LinkedHashSet<>(named));
        Map<String, Service> services = new LinkedHashMap<>(narrow.services());
        services.replaceAll((key, service) -> {
            Map<String, Dependency> left = new LinkedHashMap<>(service.dependsOn());
            left.keySet().retainAll(narrow.services().keySet());
            return service.toBuilder().dependsOn(left).build();
        });
        return narrow.toBuilder().services(services).build();
    }

    /**
     * Checks that services exist.
     *
     * @throws ComposeException if one does not
     */
    public static void requireKnown(Project project, Collection<String> named) {
        for (String key : named) {
            if (project.disabledServices().containsKey(key)) {
                throw new ComposeException("service '" + key + "' is not enabled; its profiles are "
                        + String.join(", ", project.disabledServices().get(key).profiles()));
            }
            if (!project.services().containsKey(key)) {
                throw new ComposeException("no such service: " + key + "; the project has "
                        + String.join(", ", new TreeSet<>(project.services().keySet())));
            }
        }
    }

    private static Project keep(Project project, Set<String> keys) {
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.keySet().retainAll(keys);
        Map<String, Service> disabled = new HashMap<>(project.disabledServices());
        project.services().forEach((key, service) -> {
            if (!keys.contains(key)) {
                disabled.put(key, service);
            }
        });
        Set<String> networks = new LinkedHashSet<>();
        Set<String> volumes = new LinkedHashSet<>();
        for (Service service : services.values()) {
            networks.addAll(service.networks().keySet());
            for (Mount mount : service.volumes()) {
                if (Mount.VOLUME.equals(mount.type()) && mount.source() != null) {
                    volumes.add(mount.source());
                }
            }
        }
        Map<String, Network> keptNetworks = new LinkedHashMap<>(project.networks());
        keptNetworks.keySet().retainAll(networks);
        Map<String, Volume> keptVolumes = new LinkedHashMap<>(project.volumes());
        keptVolumes.keySet().retainAll(volumes);
        return project.toBuilder()
                .services(services)
                .disabledServices(disabled)
                .networks(keptNetworks)
                .volumes(keptVolumes)
                .build();
    }
}
