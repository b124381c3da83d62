package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * A port of a container and where it is published.
 *
 * @param containerPort the port in the container
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param hostIp the address that is listened on; empty if the port is not published
 * @param hostPort the port there; 0 if the port is not published
 */
public record PublishedPort(int containerPort, String protocol, String hostIp, int hostPort) {
    public PublishedPort {
        if (hostPort > 0 && hostIp.isEmpty()) {
            // Podman names no address where it listens at all of them.
            hostIp = "0.0.0.0";
        }
    }

    /** {@return the port that a list tells} */
    static PublishedPort ofListed(JsonObject raw) {
        return new PublishedPort(
                (int) raw.number("PrivatePort"), raw.string("Type"), raw.string("IP"), (int) raw.number("PublicPort"));
    }

    /** {@return the ports that an inspection tells ({@code NetworkSettings.Ports})} */
    static List<PublishedPort> ofInspected(JsonObject settings) {
        JsonObject ports = settings.object("Ports");
        return ports.map().keySet().stream()
                .flatMap(key -> bindings(key, ports))
                .toList();
    }

    private static Stream<PublishedPort> bindings(String key, JsonObject ports) {
        int slash = key.indexOf('/');
        int port = number(slash < 0 ? key : key.substring(0, slash));
        String protocol = slash < 0 ? "tcp" : key.substring(slash + 1);
        List<JsonObject> bindings = ports.objects(key);
        return bindings.isEmpty()
                ? Stream.of(new PublishedPort(port, protocol, "", 0))
                : bindings.stream()
                        .map(it ->
                                new PublishedPort(port, protocol, it.string("HostIp"), number(it.string("HostPort"))));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
