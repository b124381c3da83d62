package io.github.jcompose.loader.canonical;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;

/** Short syntax that is a mapping with defaults. */
public final class ShortForms {
    private ShortForms() {}

    /** {@return the mapping that a value is short for, by the name of its form; the value itself if it is long} */
    public static Node mapping(String form, Node node) {
        if (node instanceof ScalarNode scalar && form.equals("build") && !scalar.isNull()) {
            return single(node, "context");
        }
        if (!(node instanceof SequenceNode sequence)) {
            return node;
        }
        MappingNode mapping = MappingNode.at(node);
        for (Node item : sequence.items()) {
            if (item instanceof ScalarNode name) {
                mapping.put(name.text(), form.equals("depends-on") ? dependency(name) : ScalarNode.of(name, null));
            }
        }
        return mapping;
    }

    private static MappingNode dependency(ScalarNode name) {
        MappingNode dependency = MappingNode.at(name);
        dependency.put("condition", ScalarNode.string(name, "service_started"));
        dependency.put("required", ScalarNode.of(name, true));
        return dependency;
    }

    /** {@return the dependencies, required where the file does not say} */
    static Node required(Node dependencies) {
        if (dependencies instanceof MappingNode mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.value() instanceof MappingNode dependency && !dependency.has("required")) {
                    dependency.put("required", ScalarNode.of(dependency, true));
                }
            }
        }
        return dependencies;
    }

    /** {@return a mapping whose only entry has the value} */
    static MappingNode single(Node value, String key) {
        MappingNode mapping = MappingNode.at(value);
        mapping.put(key, value);
        return mapping;
    }
}
