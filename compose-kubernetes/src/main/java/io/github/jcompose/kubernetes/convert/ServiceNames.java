package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Project;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the services are called: each name once, and those that can stay as they are first. */
final class ServiceNames {
    private final Map<String, ObjectName> names = new LinkedHashMap<>();

    ServiceNames(Project project, Findings findings) {
        Set<String> taken = new HashSet<>();
        for (String service : project.services().keySet()) {
            if (ObjectName.ofService(service).value().equals(service)) {
                names.put(service, new ObjectName(service));
                taken.add(service);
            }
        }
        for (String service : project.services().keySet()) {
            if (names.containsKey(service)) {
                continue;
            }
            ObjectName base = ObjectName.ofService(service);
            ObjectName name = base;
            for (int i = 2; !taken.add(name.value()); i++) {
                name = base.with(Integer.toString(i));
            }
            names.put(service, name);
            findings.warn(
                    List.of("services", service),
                    "'" + service + "' is no name in Kubernetes; it is '" + name + "' there",
                    "use that name where other services reach it");
        }
    }

    ObjectName of(String service) {
        ObjectName name = names.get(service);
        return name == null ? ObjectName.ofService(service) : name;
    }
}
