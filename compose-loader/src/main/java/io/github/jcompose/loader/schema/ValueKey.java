package io.github.jcompose.loader.schema;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Values as texts that are equal if the values are. Texts have an order, so that a hash map stays fast even where a
 * file is made for their hashes to collide.
 */
final class ValueKey {
    private ValueKey() {}

    static String of(Node node) {
        StringBuilder key = new StringBuilder();
        append(node, key);
        return key.toString();
    }

    private static void append(Node node, StringBuilder key) {
        if (node instanceof MappingNode mapping) {
            key.append('{');
            mapping.entries().stream().sorted(Comparator.comparing(Entry::key)).forEach(entry -> {
                text(entry.key(), key);
                append(entry.value(), key);
            });
            key.append('}');
        } else if (node instanceof SequenceNode sequence) {
            key.append('[');
            sequence.items().forEach(item -> append(item, key));
            key.append(']');
        } else {
            scalar(((ScalarNode) node).value(), key);
        }
    }

    private static void scalar(@Nullable Object value, StringBuilder key) {
        if (value instanceof String string) {
            text(string, key.append('s'));
        } else if (value instanceof Double number && number % 1 == 0 && Math.abs(number) < 1L << 53) {
            text(Long.toString(number.longValue()), key.append('n'));
        } else {
            text(String.valueOf(value), key.append(value instanceof Number ? 'n' : 'v'));
        }
    }

    private static void text(String text, StringBuilder key) {
        key.append(text.length()).append(':').append(text);
    }
}
