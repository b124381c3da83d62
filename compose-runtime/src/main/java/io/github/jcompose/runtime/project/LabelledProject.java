package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project put together again from the labels of what there is of it, for want of its compose files. */
public final class LabelledProject {
    private final String name;
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Network> networks = new TreeMap<>();
    private final Map<String, Volume> volumes = new TreeMap<>();

    /** An empty project of that name. */
    public LabelledProject(String name) {
        this.name = name;
    }

    /** Adds what a container's labels tell. */
    public void addContainer(String image, Map<String, String> labels) {
        String key = labels.get(Labels.SERVICE);
        if (key == null || Labels.YES.equals(labels.get(Labels.ONE_OFF))) {
            return;
        }
        Service before = services.get(key);
        services.put(
                key,
                Service.builder()
                        .image(image)
                        .scale(before == null ? 1 : before.replicas() + 1)
                        .networkMode("none")
                        .dependsOn(dependencies(labels.getOrDefault(Labels.DEPENDS_ON, "")))
                        .build());
    }

    private static Map<String, Dependency> dependencies(String label) {
        Map<String, Dependency> all = new TreeMap<>();
        for (String entry : label.split(",")) {
            String[] parts = entry.split(":");
            if (parts[0].isEmpty()) {
                continue;
            }
            DependencyCondition condition = DependencyCondition.SERVICE_STARTED;
            if (parts.length > 1) {
                try {
                    condition = DependencyCondition.parse(parts[1]);
                } catch (IllegalArgumentException e) {
                    // Written by another version; started is what can be relied on.
                }
            }
            boolean restart = parts.length <= 2 || Boolean.parseBoolean(parts[2]);
            all.put(
                    parts[0],
                    Dependency.builder()
                            .condition(condition)
                            .restart(restart)
                            .required(false)
                            .build());
        }
        return all;
    }

    /** Adds a network of the project. */
    public void addNetwork(String network, Map<String, String> labels) {
        String key = labels.get(Labels.NETWORK);
        if (key != null) {
            networks.put(key, Network.builder().name(network).build());
        }
    }

    /** Adds a volume of the project. */
    public void addVolume(String volume, Map<String, String> labels) {
        String key = labels.get(Labels.VOLUME);
        if (key != null) {
            volumes.put(key, Volume.builder().name(volume).build());
        }
    }

    /** {@return the project, without what its services depend on but is not there} */
    public Project project() {
        Map<String, Service> known = new LinkedHashMap<>();
        services.forEach((key, service) -> {
            Map<String, Dependency> dependencies = new HashMap<>(service.dependsOn());
            dependencies.keySet().retainAll(services.keySet());
            known.put(key, service.toBuilder().dependsOn(dependencies).build());
        });
        return Project.builder()
                .name(name)
                .services(known)
                .networks(networks)
                .volumes(volumes)
                .environment(Map.of())
                .composeFiles(List.of())
                .build();
    }
}
