package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which services run in one pod: those that share the network of another one. */
final class Pods {
    private static final String SERVICE = "service:";

    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, String> primaries = new LinkedHashMap<>();

    Pods(Project project, Findings findings) {
        for (Map.Entry<String, Service> entry : project.services().entrySet()) {
            if (entry.getValue().provider() != null) {
                findings.warn(
                        List.of("services", entry.getKey(), "provider"),
                        "a provider runs on the machine of the developer; the service is left out",
                        null);
                continue;
            }
            String primary = entry.getKey();
            for (int steps = project.services().size(); steps > 0; steps--) {
                Service service = Objects.requireNonNull(project.services().get(primary));
                String mode = service.networkMode() == null ? "" : service.networkMode();
                String other = mode.startsWith(SERVICE) ? mode.substring(SERVICE.length()) : primary;
                if (other.equals(primary) || !project.services().containsKey(other)) {
                    break;
                }
                primary = other;
            }
            primaries.put(entry.getKey(), primary);
        }
        primaries.values().forEach(primary -> members.computeIfAbsent(primary, any -> new ArrayList<>()));
        primaries.forEach((service, primary) -> {
            List<String> all = members.computeIfAbsent(primary, any -> new ArrayList<>());
            all.add(service.equals(primary) ? 0 : all.size(), service);
        });
    }

    /** {@return the services that pods are named after} */
    List<String> primaries() {
        return new ArrayList<>(members.keySet());
    }

    /** {@return the service that the pod is named after which runs this service} */
    String primary(String service) {
        return primaries.getOrDefault(service, service);
    }

    /** {@return the services that run in the pod, the one it is named after first} */
    List<String> members(String primary) {
        return members.getOrDefault(primary, List.of());
    }

    /** {@return whether the service is converted} */
    boolean has(String service) {
        return primaries.containsKey(service);
    }
}
