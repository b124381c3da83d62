package io.github.jcompose.loader.merge;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code !reset} and {@code !override} in a document take away from what was loaded before it. */
public final class Resets {
    private final Map<String, Resets> below = new LinkedHashMap<>();
    /** Whether the place itself is taken away. */
    private boolean here;

    private Resets() {}

    /** {@return the tagged places of a document, those of {@code !reset} being removed from it} */
    public static Resets takeFrom(Node document) {
        Resets resets = new Resets();
        resets.take(document);
        return resets;
    }

    /** {@return nothing to take away} */
    public static Resets none() {
        return new Resets();
    }

    private void take(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.removeIf(entry -> {
                Resets child = new Resets();
                child.here = entry.value().action() != Node.Action.NONE;
                boolean reset = entry.value().action() == Node.Action.RESET;
                if (!reset) {
                    child.take(entry.value());
                }
                if (child.here || !child.below.isEmpty()) {
                    below.put(entry.key(), child);
                }
                return reset;
            });
        } else if (node instanceof SequenceNode sequence) {
            // A tag on an item drops the item only; what stands at its place elsewhere is another item.
            sequence.items().removeIf(item -> item.action() == Node.Action.RESET);
        }
    }

    /** Adds the places of another document. */
    public void add(Resets other) {
        here |= other.here;
        other.below.forEach((key, child) ->
                below.computeIfAbsent(key, added -> new Resets()).add(child));
    }

    /** {@return the places below a key, told from there} */
    public Resets below(String key) {
        Resets found = below.get(key);
        return found == null ? none() : found;
    }

    /** Takes the places away from a tree. */
    public void removeFrom(MappingNode earlier) {
        if (below.isEmpty()) {
            return;
        }
        earlier.removeIf(entry -> isTakenAway(entry.key()));
        below.forEach((key, child) -> {
            if (earlier.get(key) instanceof MappingNode mapping) {
                child.removeFrom(mapping);
            } else if (earlier.get(key) instanceof SequenceNode list) {
                // A list of "key=value" is the same as a mapping.
                list.items().removeIf(child::takesAway);
            }
        });
    }

    private boolean takesAway(Node item) {
        String text = item instanceof ScalarNode scalar ? scalar.text() : "";
        int equals = text.indexOf('=');
        return isTakenAway(equals < 0 ? text : text.substring(0, equals));
    }

    private boolean isTakenAway(String key) {
        Resets found = below.get(key);
        return found != null && found.here;
    }
}
