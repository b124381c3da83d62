package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names by which services reach each other. Where the file tells no port the Service is headless: its name leads to
 * the pods themselves and so to any port, as in a network of the engine.
 */
final class ClusterServices {
    private final Conversion conversion;
    private final Map<String, String> owners = new HashMap<>();

    ClusterServices(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Adds the Services of all services. */
    void add() {
        List<String> all = conversion.project().services().keySet().stream()
                .filter(conversion.pods()::has)
                .toList();
        for (String name : all) {
            owners.put(conversion.name(name).value(), name);
        }
        for (String name : all) {
            boolean job = conversion.kind(name) == WorkloadKind.JOB;
            boolean alone = "none".equals(conversion.service(name).networkMode());
            if (alone) {
                continue;
            }
            if (!job || !Ports.of(conversion.service(name)).isEmpty()) {
                add(conversion.name(name), name);
            }
        }
        for (String name : all) {
            aliases(name).forEach((alias, path) -> alias(alias, name, path));
        }
    }

    private Map<String, List<Object>> aliases(String name) {
        Service service = conversion.service(name);
        Map<String, List<Object>> aliases = new LinkedHashMap<>();
        if (service.containerName() != null) {
            aliases.put(service.containerName(), List.of("services", name, "container_name"));
        }
        for (Map.Entry<String, NetworkAttachment> entry : service.networks().entrySet()) {
            NetworkAttachment attachment = entry.getValue();
            if (attachment != null) {
                List<Object> path = List.of("services", name, "networks", entry.getKey(), "aliases");
                attachment.aliases().forEach(alias -> aliases.putIfAbsent(alias, path));
            }
        }
        conversion.project().services().forEach((other, user) -> {
            for (int i = 0; i < user.links().size(); i++) {
                String[] link = user.links().get(i).split(":", 2);
                if (link.length == 2 && link[0].equals(name)) {
                    aliases.putIfAbsent(link[1], List.of("services", other, "links", i));
                }
            }
        });
        return aliases;
    }

    private void alias(String alias, String name, List<Object> path) {
        if (alias.equals(name)) {
            return;
        }
        ObjectName objectName = ObjectName.ofService(alias);
        if (!objectName.value().equals(alias)) {
            conversion.warn(
                    path, "'" + alias + "' is no name of a Service; it is left out", "see the rules of RFC 1035");
            return;
        }
        String owner = owners.putIfAbsent(alias, name);
        if (owner == null) {
            add(objectName, name);
        } else if (!owner.equals(name)) {
            conversion.warn(path, "'" + alias + "' leads to '" + owner + "'; a name leads to one service", null);
        }
    }

    private void add(ObjectName objectName, String name) {
        Service service = conversion.service(name);
        List<ServicePort> ports = new ArrayList<>();
        for (Ports.Listening listening : Ports.of(service)) {
            ServicePort port = new ServicePort();
            port.setName(listening.portName());
            port.setPort(listening.number());
            port.setTargetPort(new IntOrString(listening.number()));
            port.setProtocol(listening.protocol());
            port.setAppProtocol(listening.application());
            ports.add(port);
        }
        boolean direct =
                service.deploy() != null && "dnsrr".equals(service.deploy().endpointMode());
        boolean stateful = conversion.kind(name) == WorkloadKind.STATEFUL_SET;
        ServiceSpec spec = new ServiceSpec();
        if (ports.isEmpty() || direct || stateful) {
            spec.setClusterIP("None");
        }
        spec.setPorts(ports);
        spec.setSelector(conversion.selector(name));
        var object = new io.fabric8.kubernetes.api.model.Service();
        object.setMetadata(conversion.metadata(objectName, name));
        object.setSpec(spec);
        conversion.add(object, name);
    }
}
