package io.github.jcompose.loader.merge;

import io.github.jcompose.loader.syntax.DeviceSyntax;
import io.github.jcompose.loader.syntax.MountSyntax;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists whose items stand for something once: a later item takes the place of the earlier one. */
public final class UniqueItems {
    private UniqueItems() {}

    /** Leaves the last of the items that stand for the same by a rule of the schema. */
    public static void apply(SequenceNode sequence, String rule) {
        if (sequence.items().size() < 2) {
            return;
        }
        Map<Object, Node> unique = new LinkedHashMap<>();
        for (Node item : sequence.items()) {
            Object key = key(item, rule);
            Node earlier = unique.put(key == null ? item : key, item);
            if (earlier != null) {
                item.replaces(earlier);
            }
        }
        if (unique.size() < sequence.items().size()) {
            sequence.items().clear();
            sequence.items().addAll(unique.values());
        }
    }

    /** {@return what the item stands for; null if it cannot be told} */
    private static @Nullable Object key(Node item, String rule) {
        try {
            return item instanceof MappingNode mapping ? keyOfLongForm(mapping, rule) : keyOfText(item, rule);
        } catch (IllegalArgumentException e) {
            // Not the short syntax it should be: the canonical form says what is wrong with it.
            return null;
        }
    }

    private static @Nullable Object keyOfText(Node item, String rule) {
        if (!(item instanceof ScalarNode)) {
            return null;
        }
        String text = KeyValues.text(item);
        return switch (rule) {
            case "mount-target" -> MountSyntax.parse(text).target();
            case "device-target" -> DeviceSyntax.parse(text).target();
            case "secret-target" -> "/run/secrets/" + text;
            case "config-target" -> "/" + text;
            case "port", "path", "host" -> text;
            default -> text.contains("=") ? text.substring(0, text.indexOf('=')) : text;
        };
    }

    private static @Nullable Object keyOfLongForm(MappingNode item, String rule) {
        return switch (rule) {
            case "port" ->
                String.join(
                        "|",
                        orElse(item, "host_ip", "0.0.0.0"),
                        orElse(item, "published", ""),
                        orElse(item, "target", ""),
                        orElse(item, "protocol", "tcp"));
            case "secret-target" -> orElse(item, "target", "/run/secrets/" + orElse(item, "source", ""));
            case "config-target" -> orElse(item, "target", "/" + orElse(item, "source", ""));
            case "path" -> orElse(item, "path", "");
            default -> item.has("target") ? orElse(item, "target", "") : null;
        };
    }

    private static String orElse(MappingNode item, String key, String otherwise) {
        Node value = item.get(key);
        return value == null ? otherwise : KeyValues.text(value);
    }
}
