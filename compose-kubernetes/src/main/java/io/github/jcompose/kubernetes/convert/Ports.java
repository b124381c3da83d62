package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ports that a container listens on, as far as the file tells. */
final class Ports {
    /**
     * A port of a container.
     *
     * @param protocol TCP, UDP or SCTP
     * @param name the name that the file gives; null if it gives none
     * @param application the application protocol; null if the file gives none
     */
    record Listening(
            int number,
            String protocol,
            @Nullable String name,
            @Nullable String application) {
        /** {@return a name that no other port of the container has} */
        String portName() {
            String given = name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
            boolean valid = given.matches("[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?") && given.matches(".*[a-z].*");
            return valid ? given : protocol.toLowerCase(Locale.ROOT) + "-" + number;
        }
    }

    private Ports() {}

    /** {@return the ports in the order of the file, each once} */
    static List<Listening> of(Service service) {
        Map<String, Listening> ports = new LinkedHashMap<>();
        for (Port port : service.ports()) {
            Listening listening =
                    new Listening(port.target(), protocol(port.protocol()), port.name(), port.appProtocol());
            ports.putIfAbsent(listening.protocol() + listening.number(), listening);
        }
        for (String exposed : service.expose()) {
            for (Listening listening : exposed(exposed)) {
                ports.putIfAbsent(listening.protocol() + listening.number(), listening);
            }
        }
        return new ArrayList<>(ports.values());
    }

    static String protocol(@Nullable String protocol) {
        return protocol == null || protocol.isEmpty() ? "TCP" : protocol.toUpperCase(Locale.ROOT);
    }

    /** Takes {@code 80}, {@code 80/udp} and {@code 8000-8010}. */
    private static List<Listening> exposed(String text) {
        String[] parts = text.split("/", 2);
        String protocol = protocol(parts.length > 1 ? parts[1] : null);
        String[] range = parts[0].split("-", 2);
        List<Listening> ports = new ArrayList<>();
        try {
            int first = Integer.parseInt(range[0].trim());
            int last = range.length > 1 ? Integer.parseInt(range[1].trim()) : first;
            for (int port = first; port <= last; port++) {
                ports.add(new Listening(port, protocol, null, null));
            }
        } catch (NumberFormatException e) {
            // The loader has said so.
        }
        return ports;
    }
}
