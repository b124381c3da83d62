package io.github.jcompose.loader.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping with string keys, in the order of the file. */
public final class MappingNode extends Node {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean damaged;

    public MappingNode(Source source, int line, int column) {
        super(source, line, column);
    }

    /** {@return an empty mapping that stands where another node stands} */
    public static MappingNode at(Node node) {
        return new MappingNode(node.source(), node.line(), node.column());
    }

    /** {@return the entries; a live view} */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** {@return a copy of the keys} */
    public List<String> keys() {
        return new ArrayList<>(entries.keySet());
    }

    /** {@return the value of the key; null if it is not there} */
    public @Nullable Node get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** {@return the entry of the key; null if it is not there} */
    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    /** {@return the value of the key if it is a mapping; else null} */
    public @Nullable MappingNode mapping(String key) {
        return get(key) instanceof MappingNode mapping ? mapping : null;
    }

    /** {@return the value of the key if it is a list; else null} */
    public @Nullable SequenceNode sequence(String key) {
        return get(key) instanceof SequenceNode sequence ? sequence : null;
    }

    /** {@return the value of the key if it is a string; else null} */
    public @Nullable String string(String key) {
        return get(key) instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null;
    }

    /** {@return whether the key is there} */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Puts an entry in the place of one with the same key, else at the end. */
    public void put(Entry entry) {
        entries.put(entry.key(), entry);
    }

    /** Puts a value under a key; a new key is said to stand where the value stands. */
    public void put(String key, Node value) {
        Entry earlier = entries.get(key);
        put(earlier == null ? new Entry(key, ScalarNode.string(value, key), value) : earlier.with(value));
    }

    /**
     * Puts a new value in the place of each value.
     *
     * @param change gives the new value, or null to remove the entry as wrong; it must not change this mapping itself
     */
    public void rewrite(Function<Entry, @Nullable Node> change) {
        Iterator<Map.Entry<String, Entry>> each = entries.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Entry> slot = each.next();
            Entry entry = slot.getValue();
            Node value = change.apply(entry);
            if (value == null) {
                each.remove();
                damaged = true;
            } else if (value != entry.value()) {
                slot.setValue(entry.with(value));
            }
        }
    }

    /** Removes a key; does nothing if it is not there. */
    public void remove(String key) {
        entries.remove(key);
    }

    /** {@return whether it has no entries} */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** {@return the number of entries} */
    public int size() {
        return entries.size();
    }

    /** {@return whether a part was taken out because it was wrong, so that nothing may be said to be missing} */
    public boolean isDamaged() {
        return damaged;
    }

    /** Remembers that a part was taken out because it was wrong. */
    public void damage() {
        damaged = true;
    }

    @Override
    public MappingNode copy() {
        MappingNode copy = like(at(this));
        copy.damaged = damaged;
        for (Entry entry : entries.values()) {
            copy.put(entry.with(entry.value().copy()));
        }
        return copy;
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
