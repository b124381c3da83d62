package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the places that a problem is shown at. */
final class Place {
    private static final List<String> NAMING_SERVICES =
            List.of("links", "network_mode", "ipc", "pid", "uts", "cgroup", "volumes_from");

    private Place() {}

    /** {@return the value at the end of the way, which consists of keys and indexes; as far as there is one} */
    static Node of(Node start, Object... way) {
        Node at = start;
        for (Object step : way) {
            Node next = step(at, step);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static @Nullable Node step(Node at, Object step) {
        if (at instanceof MappingNode mapping && step instanceof String key) {
            return mapping.get(key);
        }
        boolean item = at instanceof SequenceNode sequence
                && step instanceof Integer index
                && index < sequence.items().size();
        return item ? ((SequenceNode) at).items().get((Integer) step) : null;
    }

    /** {@return the key in the mapping at the end of the way, or the value there if it is no such mapping} */
    static Node key(Node start, Object... way) {
        Object[] outer = Arrays.copyOf(way, way.length - 1);
        Node parent = of(start, outer);
        Entry entry = parent instanceof MappingNode mapping ? mapping.entry((String) way[way.length - 1]) : null;
        return entry == null ? of(start, way) : entry.keyNode();
    }

    /** {@return the path of the attribute that a dependency comes from, which may be another than depends_on} */
    static TreePath ofDependency(MappingNode service, Node at, TreePath path) {
        for (String attribute : NAMING_SERVICES) {
            Node value = service.get(attribute);
            if (value instanceof SequenceNode sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    if (sequence.items().get(i).location().equals(at.location())) {
                        return path.key(attribute).item(i, sequence.items().get(i));
                    }
                }
            } else if (value != null && value.location().equals(at.location())) {
                return path.key(attribute);
            }
        }
        return path.key("depends_on");
    }
}
