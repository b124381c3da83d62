package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.jcompose.kubernetes.extension.ServiceSettings;
import io.github.jcompose.model.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Service that opens the published ports of a service to the outside. */
final class Publishing {
    private static final String NONE = "none";

    private final Conversion conversion;

    Publishing(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Adds the Service if there is something to publish. */
    void add(String name) {
        ServiceSettings settings = conversion.settings(name);
        if (settings.publish() == null && !settings.ingress().isEmpty()) {
            return;
        }
        List<ServicePort> ports = ports(name);
        String type = settings.publish() == null ? "LoadBalancer" : settings.publish();
        if (ports.isEmpty() || type.equals(NONE)) {
            return;
        }
        ServiceSpec spec = new ServiceSpec();
        spec.setType(type);
        spec.setSelector(conversion.selector(name));
        spec.setPorts(ports);
        Service service = new Service();
        service.setMetadata(conversion.metadata(conversion.name(name).with("published"), name));
        service.setSpec(spec);
        conversion.add(service, name);
    }

    /** {@return the published ports of a service that shall be reached from outside} */
    private List<ServicePort> ports(String name) {
        List<Port> all = conversion.service(name).ports();
        Map<String, ServicePort> ports = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Port port = all.get(i);
            List<Object> path = List.of("services", name, "ports", i);
            if ("host".equals(port.mode()) || isLocal(path, port)) {
                continue;
            }
            String published = port.published();
            if (published != null && published.contains("-")) {
                conversion.warn(path, "of the range " + published + " the first port is published", null);
            }
            String protocol = Ports.protocol(port.protocol());
            ServicePort servicePort = new ServicePort();
            servicePort.setPort(first(published, port.target()));
            servicePort.setTargetPort(new IntOrString(port.target()));
            servicePort.setProtocol(protocol);
            servicePort.setAppProtocol(port.appProtocol());
            servicePort.setName(protocol.toLowerCase(Locale.ROOT) + "-" + servicePort.getPort());
            ports.putIfAbsent(servicePort.getName(), servicePort);
        }
        return new ArrayList<>(ports.values());
    }

    private boolean isLocal(List<Object> path, Port port) {
        String address = port.hostIp();
        if (address == null || address.isEmpty() || address.equals("0.0.0.0") || address.equals("::")) {
            return false;
        }
        if (address.startsWith("127.") || address.equals("::1")) {
            conversion.warn(
                    path,
                    "published on " + address + " only, so it is not opened to the outside",
                    "reach it with 'kubectl port-forward'");
            return true;
        }
        conversion.warn(path, "the address " + address + " is one of the engine's host and left out", null);
        return false;
    }

    /** {@return the published port, the first of a range; the container's where any will do} */
    static int first(@Nullable String published, int target) {
        if (published == null || published.isEmpty()) {
            return target;
        }
        try {
            return Integer.parseInt(published.split("-", 2)[0].trim());
        } catch (NumberFormatException e) {
            return target;
        }
    }
}
