package io.github.jcompose.loader.merge;

import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Mappings and single values as the lists they are short for. */
final class KeyValues {
    private KeyValues() {}

    /** {@return a list of {@code key=value}; a key without a value stands alone} */
    static SequenceNode list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        SequenceNode list = SequenceNode.at(node);
        if (node instanceof MappingNode mapping) {
            for (Entry entry : sorted(mapping)) {
                boolean bare = entry.value() instanceof ScalarNode scalar && scalar.isNull();
                String text = bare ? entry.key() : entry.key() + "=" + text(entry.value());
                list.items().add(ScalarNode.string(bare ? entry.keyNode() : entry.value(), text));
            }
        } else {
            list.items().add(node);
        }
        return list;
    }

    /** {@return a list of {@code host=address}, one item per address} */
    static SequenceNode hosts(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return list(node);
        }
        SequenceNode list = SequenceNode.at(node);
        for (Entry entry : sorted(mapping)) {
            List<Node> addresses =
                    entry.value() instanceof SequenceNode several ? several.items() : List.of(entry.value());
            for (Node address : addresses) {
                list.items().add(ScalarNode.string(address, entry.key() + "=" + text(address)));
            }
        }
        return list;
    }

    /** {@return the list without items whose text stands in it before} */
    static Node distinct(Node node) {
        if (node instanceof SequenceNode list) {
            Set<String> seen = new HashSet<>();
            list.items().removeIf(item -> !seen.add(text(item)));
        }
        return node;
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? GoScalar.text(scalar.value()) : "";
    }

    private static List<Entry> sorted(MappingNode mapping) {
        return mapping.entries().stream()
                .sorted(Comparator.comparing(Entry::key))
                .toList();
    }
}
