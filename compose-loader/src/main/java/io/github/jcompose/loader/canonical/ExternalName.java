package io.github.jcompose.loader.canonical;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.TreePath;

/** The old {@code external: {name: x}}, now {@code external: true} and {@code name: x}. */
final class ExternalName {
    private ExternalName() {}

    static void apply(MappingNode resource, TreePath path, Problems problems) {
        MappingNode external = resource.mapping("external");
        if (external == null) {
            return;
        }
        String name = external.string("name");
        String own = resource.string("name");
        Entry entry = resource.entry("external");
        Node at = entry == null ? external : entry.keyNode();
        problems.warning(at, path, "external.name is deprecated; set 'name' and 'external: true'");
        if (name != null && own != null && !name.equals(own)) {
            problems.error(at, path, "'name' is '" + own + "' and external.name is '" + name + "'; keep 'name' only");
        }
        resource.put("external", ScalarNode.of(external, true));
        if (name != null && own == null) {
            resource.put("name", ScalarNode.string(external, name));
        }
    }
}
