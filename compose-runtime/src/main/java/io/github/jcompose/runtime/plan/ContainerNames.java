package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Checks that no two containers would get the same name. */
final class ContainerNames {
    private ContainerNames() {}

    static void check(Project project) {
        Map<String, String> owners = new HashMap<>();
        for (Map.Entry<String, Service> entry : new TreeMap<>(project.services()).entrySet()) {
            String key = entry.getKey();
            String name = entry.getValue().containerName();
            if (name == null || name.isEmpty()) {
                continue;
            }
            String owner = owners.putIfAbsent(name, key);
            if (owner != null) {
                throw new ComposeException(
                        "services." + key + ": container name \"" + name + "\" is already in use by service " + owner);
            }
            int replicas = entry.getValue().replicas();
            if (replicas > 1) {
                throw new ComposeException("services." + key + ": container_name is \"" + name + "\", but "
                        + replicas + " containers are wanted and each needs a name of its own;"
                        + " remove container_name to scale the service");
            }
        }
    }
}
