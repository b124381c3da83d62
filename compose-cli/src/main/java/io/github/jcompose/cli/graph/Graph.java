package io.github.jcompose.cli.graph;

import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A project as a picture shows it.
 *
 * @param name of the project
 * @param nodes the services by name
 * @param edges which service needs which, by their names
 * @param networks the networks by key
 */
public record Graph(String name, List<Node> nodes, List<Edge> edges, List<Net> networks) {
    /**
     * A service.
     *
     * @param name of it
     * @param image what it runs: the image, {@code build} and the context, or {@code provider} and its type
     * @param replicas how many containers it has
     * @param ports the published ports, as {@code 8080:80}
     * @param volumes the named volumes
     * @param networks the keys of its networks
     */
    public record Node(
            String name, String image, int replicas, List<String> ports, List<String> volumes, List<String> networks) {}

    /**
     * A dependency.
     *
     * @param from who needs
     * @param to who is needed
     * @param label what the other must have reached: {@code started}, {@code healthy} or {@code completed}
     * @param required whether it fails without
     */
    public record Edge(String from, String to, String label, boolean required) {}

    /**
     * A network.
     *
     * @param key what the file calls it
     * @param note what is special about it: {@code external}, {@code internal}; empty if nothing is
     */
    public record Net(String key, String note) {}

    /** {@return the picture of the project} */
    public static Graph of(Project project) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        new TreeMap<>(project.services()).forEach((name, service) -> {
            nodes.add(node(name, service));
            new TreeMap<>(service.dependsOn()).forEach((needed, dependency) -> {
                if (project.services().containsKey(needed)) {
                    edges.add(new Edge(name, needed, label(dependency.condition()), dependency.required()));
                }
            });
        });
        return new Graph(project.name(), nodes, edges, networks(project, nodes));
    }

    private static List<Net> networks(Project project, List<Node> nodes) {
        List<Net> networks = new ArrayList<>();
        for (Map.Entry<String, Network> entry : new TreeMap<>(project.networks()).entrySet()) {
            if (nodes.stream().anyMatch(node -> node.networks().contains(entry.getKey()))) {
                Network network = entry.getValue();
                String note = network.external() ? "external" : network.internal() ? "internal" : "";
                networks.add(new Net(entry.getKey(), note));
            }
        }
        return networks;
    }

    private static Node node(String name, Service service) {
        return new Node(
                name,
                origin(service),
                service.replicas(),
                service.ports().stream().map(Graph::port).toList(),
                service.volumes().stream()
                        .filter(mount -> "volume".equals(mount.type()) && mount.source() != null)
                        .map(Mount::source)
                        .distinct()
                        .toList(),
                service.networkMode() != null
                        ? List.of()
                        : service.networks().keySet().stream().sorted().toList());
    }

    private static String origin(Service service) {
        if (service.provider() != null) {
            return "provider " + service.provider().type();
        } else if (service.image() != null) {
            return service.image();
        }
        return service.buildSpec() == null
                ? ""
                : "build " + lastPart(service.buildSpec().context());
    }

    private static String lastPart(@Nullable String path) {
        String text = path == null ? "." : path;
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static String port(Port port) {
        String host = port.hostIp() == null || port.hostIp().isEmpty() ? "" : port.hostIp() + ":";
        String published = port.published() == null || port.published().isEmpty() ? "" : port.published() + ":";
        String protocol = port.protocol() == null || port.protocol().equals("tcp") ? "" : "/" + port.protocol();
        return host + published + port.target() + protocol;
    }

    private static String label(DependencyCondition condition) {
        return switch (condition) {
            case SERVICE_STARTED -> "started";
            case SERVICE_HEALTHY -> "healthy";
            case SERVICE_COMPLETED_SUCCESSFULLY -> "completed";
        };
    }
}
