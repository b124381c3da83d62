package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;

/** Spells out all that a tree holds, one value a line, to compare trees. */
final class TreeText {
    private TreeText() {}

    static String of(Node node) {
        StringBuilder text = new StringBuilder();
        write(node, "", text);
        return text.toString();
    }

    private static void write(Node node, String indent, StringBuilder text) {
        text.append(node.kind()).append(" at ").append(node.location());
        text.append(' ').append(node.action()).append(node.isConstant() ? " constant" : "");
        if (node instanceof ScalarNode scalar) {
            text.append(" '").append(scalar.text()).append("' = ").append(scalar.value());
        }
        text.append('\n');
        if (node instanceof SequenceNode sequence) {
            sequence.items()
                    .forEach(item ->
                            write(item, indent + "  ", text.append(indent).append("- ")));
        }
        if (node instanceof MappingNode mapping) {
            for (Entry entry : mapping.entries()) {
                text.append(indent).append(entry.key()).append(" at ");
                text.append(entry.keyNode().location()).append(": ");
                write(entry.value(), indent + "  ", text);
            }
        }
    }
}
