package io.github.jcompose.cli.table;

import io.github.jcompose.runtime.ContainerInfo.PublishedPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the ports of a container in one line, neighbouring ones as a range. */
public final class PortsText {
    private static final Comparator<PublishedPort> ORDER = Comparator.comparingInt(PublishedPort::target)
            .thenComparing(PublishedPort::address)
            .thenComparingInt(port -> port.published() == null ? 0 : port.published())
            .thenComparing(PublishedPort::protocol);

    private final Map<Key, int[]> ranges = new LinkedHashMap<>();
    private final List<String> finished = new ArrayList<>();
    private final List<String> mappings = new ArrayList<>();

    private PortsText() {}

    /** {@return the ports as the docker command shows them, such as {@code 0.0.0.0:8080->80/tcp, 443/tcp}} */
    public static String of(List<PublishedPort> ports) {
        PortsText text = new PortsText();
        ports.stream().sorted(ORDER).forEach(text::add);
        List<String> all = new ArrayList<>(text.finished);
        text.ranges.forEach((key, range) -> all.add(key.show(range)));
        all.addAll(text.mappings);
        return String.join(", ", all);
    }

    private void add(PublishedPort port) {
        Integer published = port.published();
        String address = bracketed(port.address());
        if (!address.isEmpty() && published != null && published != port.target()) {
            mappings.add(address + ":" + published + "->" + port.target() + "/" + port.protocol());
            return;
        }
        Key key = new Key(address, port.protocol());
        int[] range = ranges.get(key);
        if (range != null && range[1] + 1 == port.target()) {
            range[1]++;
            return;
        }
        if (range != null && range[1] == port.target()) {
            return;
        }
        if (range != null) {
            finished.add(key.show(range));
        }
        ranges.put(key, new int[] {port.target(), port.target()});
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    }

    private record Key(String address, String protocol) {
        String show(int[] range) {
            String ports = range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1];
            return (address.isEmpty() ? ports : address + ":" + ports + "->" + ports) + "/" + protocol;
        }
    }
}
