package io.github.jcompose.loader.merge;

import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Address pools, which are told apart by their subnet. */
final class IpamPools {
    private IpamPools() {}

    static Node join(Node earlier, Node later, Merger merger, @Nullable SchemaNode schema, TreePath path) {
        if (!(earlier instanceof SequenceNode base) || !(later instanceof SequenceNode over)) {
            return merger.joinAs(earlier, later, schema, path);
        }
        Map<String, MappingNode> bySubnet = new HashMap<>();
        base.items().forEach(pool -> index(pool, bySubnet));
        SchemaNode item = schema == null ? null : schema.item();
        for (Node pool : over.items()) {
            String subnet = pool instanceof MappingNode mapping ? mapping.string("subnet") : null;
            MappingNode same = subnet == null ? null : bySubnet.get(subnet);
            if (same != null && pool instanceof MappingNode mapping) {
                merger.merge(same, mapping, item, path);
            } else {
                base.items().add(pool);
                index(pool, bySubnet);
            }
        }
        return base;
    }

    private static void index(Node pool, Map<String, MappingNode> bySubnet) {
        if (pool instanceof MappingNode mapping && mapping.string("subnet") != null) {
            bySubnet.putIfAbsent(mapping.string("subnet"), mapping);
        }
    }
}
