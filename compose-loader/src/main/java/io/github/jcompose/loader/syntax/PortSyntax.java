package io.github.jcompose.loader.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The short notation of ports: {@code [[IP:]HOST:]CONTAINER[/PROTOCOL]}, where each port may be a range. */
public final class PortSyntax {
    private static final int MAX_PORT = 65535;

    private PortSyntax() {}

    /**
     * A port of the container, and where it is published.
     *
     * @param hostIp the address on the host; null for all of them
     * @param published the port on the host, or a range of which one is chosen; null for any
     * @param target the port in the container
     * @param protocol {@code tcp}, {@code udp} or {@code sctp}
     */
    public record Port(@Nullable String hostIp, @Nullable String published, int target, String protocol) {}

    /**
     * {@return the ports of one entry; several, in the order of their text ({@code 10} before {@code 9}), if the
     * container's ports are a range}
     *
     * @throws IllegalArgumentException if it is not such an entry
     */
    public static List<Port> parse(String text) {
        int lastColon = text.lastIndexOf(':');
        int hostColon = lastColon < 0 ? -1 : text.lastIndexOf(':', lastColon - 1);
        String host = lastColon < 0 ? "" : text.substring(hostColon + 1, lastColon);
        String container = text.substring(lastColon + 1);
        int slash = container.indexOf('/');
        String protocol = slash < 0 ? "" : container.substring(slash + 1).toLowerCase(Locale.ROOT);
        container = slash < 0 ? container : container.substring(0, slash);

        if (container.isEmpty()) {
            throw new IllegalArgumentException(Quoted.of(text) + " names no port of the container");
        }
        switch (protocol) {
            case "", "tcp", "udp", "sctp" -> {}
            default ->
                throw new IllegalArgumentException(
                        "invalid protocol " + Quoted.of(protocol) + in(text, protocol) + "; expected tcp, udp or sctp");
        }
        String hostIp = hostColon < 0 ? null : address(text, text.substring(0, hostColon));
        Range targets = Range.parse(container, "container", text);
        Range published = host.isEmpty() ? null : Range.parse(host, "host", text);
        return ports(text, hostIp, published, targets, protocol.isEmpty() ? "tcp" : protocol);
    }

    private static List<Port> ports(
            String text, @Nullable String hostIp, @Nullable Range published, Range targets, String protocol) {
        if (targets.count() == 1) {
            String port = published == null ? null : published.text();
            return List.of(new Port(hostIp, port, targets.first(), protocol));
        }
        if (published != null && published.count() != targets.count()) {
            throw new IllegalArgumentException("the ranges in " + Quoted.of(text) + " differ in length: "
                    + published.count() + " ports of the host, " + targets.count() + " of the container");
        }
        List<Port> ports = new ArrayList<>(targets.count());
        for (int i = 0; i < targets.count(); i++) {
            String port = published == null ? null : Integer.toString(published.first() + i);
            ports.add(new Port(hostIp, port, targets.first() + i, protocol));
        }
        ports.sort(Comparator.comparing(port -> port.target() + "/"));
        return ports;
    }

    private static @Nullable String address(String text, String address) {
        boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
        String bare = bracketed ? address.substring(1, address.length() - 1) : address;
        if (bare.isEmpty()) {
            return null;
        }
        if (!IpAddress.isValid(bare)) {
            throw new IllegalArgumentException("invalid IP address " + Quoted.of(address) + in(text, address)
                    + "; expected [[IP:]HOST:]CONTAINER[/PROTOCOL]");
        }
        return bare;
    }

    private static String in(String text, String part) {
        return text.equals(part) ? "" : " in " + Quoted.of(text);
    }

    private record Range(int first, int last) {
        static Range parse(String range, String where, String text) {
            int dash = range.indexOf('-');
            int first = number(range, 0, dash < 0 ? range.length() : dash);
            int last = dash < 0 ? first : number(range, dash + 1, range.length());
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("invalid " + where + " port " + Quoted.of(range) + in(text, range)
                        + "; expected a number from 0 to " + MAX_PORT + ", or a range such as 8000-8010");
            }
            return new Range(first, last);
        }

        /** Returns -1 for what is no port. */
        private static int number(String text, int from, int end) {
            int value = from == end ? -1 : 0;
            for (int i = from; i < end; i++) {
                char c = text.charAt(i);
                value = value * 10 + (c - '0');
                if (c < '0' || c > '9' || value > MAX_PORT) {
                    return -1;
                }
            }
            return value;
        }

        int count() {
            return last - first + 1;
        }

        String text() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }
}
