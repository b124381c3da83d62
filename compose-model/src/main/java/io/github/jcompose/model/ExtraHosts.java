package io.github.jcompose.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Additional entries of the hosts file of a container.
 *
 * @param addresses the addresses of each host name
 */
public record ExtraHosts(Map<String, List<String>> addresses) implements TreeValue {
    /** No entries. */
    public static final ExtraHosts EMPTY = new ExtraHosts(Map.of());

    public ExtraHosts {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        addresses.forEach((host, ips) -> copy.put(host, List.copyOf(ips)));
        addresses = Copies.map(copy);
    }

    /** {@return one entry} */
    public static ExtraHosts of(String host, String... ips) {
        return new ExtraHosts(Map.of(host, List.of(ips)));
    }

    /** {@return one {@code host=address} string per address, sorted} */
    @Override
    public List<String> toTree() {
        List<String> lines = new ArrayList<>();
        addresses.forEach((host, ips) -> ips.forEach(ip -> lines.add(host + "=" + ip)));
        lines.sort(CodePointOrder.INSTANCE);
        return lines;
    }
}
