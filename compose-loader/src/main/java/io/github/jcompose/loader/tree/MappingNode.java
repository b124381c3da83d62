package io.github.jcompose.loader.tree;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with string keys, in the order of the file.
 *
 * <p>Nearly all mappings are small: their keys are compared one by one, which is faster than a hash table and takes a
 * fraction of its memory. Those that are not have an index, a {@link HashMap} because it stays fast where a file is made for
 * hashes to collide.
 */
public final class MappingNode extends Node {
    /** How many keys are compared one by one. */
    private static final int LARGEST_WITHOUT_INDEX = 16;

    private static final Entry[] NONE = {};

    private Entry[] entries = NONE;
    private int size;
    private @Nullable Map<String, Entry> index;
    private boolean damaged;
    private boolean constant;

    public MappingNode(Source source, int line, int column) {
        super(source, line, column);
    }

    /** {@return an empty mapping that stands where another node stands} */
    public static MappingNode at(Node node) {
        return new MappingNode(node.source(), node.line(), node.column());
    }

    /** {@return the entries; a live view, which may be gone through while values are put under keys that are there} */
    public List<Entry> entries() {
        return new Entries();
    }

    /** {@return a copy of the keys} */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            keys.add(entries[i].key());
        }
        return keys;
    }

    /** {@return the value of the key; null if it is not there} */
    public @Nullable Node get(String key) {
        Entry entry = entry(key);
        return entry == null ? null : entry.value();
    }

    /** {@return the entry of the key; null if it is not there} */
    public @Nullable Entry entry(String key) {
        if (index != null) {
            return index.get(key);
        }
        for (int i = 0; i < size; i++) {
            if (entries[i].key().equals(key)) {
                return entries[i];
            }
        }
        return null;
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
        return entry(key) != null;
    }

    /** Puts an entry in the place of one with the same key, else at the end. */
    public void put(Entry entry) {
        Entry earlier = entry(entry.key());
        if (earlier == null) {
            add(entry);
        } else {
            earlier.replaceBy(entry);
        }
    }

    /** Puts a value under a key; a new key is said to stand where the value stands. */
    public void put(String key, Node value) {
        Entry earlier = entry(key);
        if (earlier == null) {
            add(new Entry(key, value, value));
        } else {
            earlier.value(value);
        }
    }

    private void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size < 4 ? 4 : size + (size >> 1));
        }
        entries[size++] = entry;
        if (index != null) {
            index.put(entry.key(), entry);
        } else if (size > LARGEST_WITHOUT_INDEX) {
            Map<String, Entry> made = new HashMap<>(4 * size);
            for (int i = 0; i < size; i++) {
                made.put(entries[i].key(), entries[i]);
            }
            index = made;
        }
    }

    /**
     * {@return whether none of the keys was there before; nothing more is added from the first that was on}
     *
     * @param more what follows this mapping in its file; its entries become those of this one
     */
    public boolean append(MappingNode more) {
        for (Entry entry : more.entries()) {
            if (has(entry.key())) {
                return false;
            }
            add(entry);
        }
        constant &= more.constant;
        return true;
    }

    /** {@return a mapping of some of the entries, which stay those of this one, too} */
    MappingNode slice(int from, int to) {
        MappingNode slice = at(this);
        slice.entries = Arrays.copyOfRange(entries, from, to);
        slice.size = to - from;
        slice.constant = constant;
        slice.damaged = damaged;
        return slice;
    }

    /** Takes out the entries that are gone from the slices, which are those of all the entries in their order. */
    void join(List<MappingNode> slices) {
        int kept = 0;
        for (MappingNode slice : slices) {
            damaged |= slice.damaged;
            kept += slice.size;
        }
        if (kept < size) {
            Set<Entry> left = Collections.newSetFromMap(new IdentityHashMap<>());
            slices.forEach(slice -> left.addAll(slice.entries()));
            removeIf(entry -> !left.contains(entry));
        }
    }

    /**
     * Puts a new value in the place of each value.
     *
     * @param change gives the new value, or null to remove the entry as wrong; it must not change this mapping itself
     */
    public void rewrite(Function<Entry, @Nullable Node> change) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Entry entry = entries[i];
            Node value = change.apply(entry);
            if (value == null) {
                damaged = true;
                forget(entry.key());
            } else {
                entry.value(value);
                entries[kept++] = entry;
            }
        }
        truncate(kept);
    }

    /** Removes a key; does nothing if it is not there. To remove several, {@link #removeIf} takes one pass. */
    public void remove(String key) {
        if (has(key)) {
            removeIf(entry -> entry.key().equals(key));
        }
    }

    /** Removes the entries that the condition holds for. */
    public void removeIf(Predicate<Entry> condition) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (condition.test(entries[i])) {
                forget(entries[i].key());
            } else {
                entries[kept++] = entries[i];
            }
        }
        truncate(kept);
    }

    private void forget(String key) {
        if (index != null) {
            index.remove(key);
        }
    }

    private void truncate(int kept) {
        if (kept < size) {
            Arrays.fill(entries, kept, size, null);
            size = kept;
        }
    }

    /** {@return whether it has no entries} */
    public boolean isEmpty() {
        return size == 0;
    }

    /** {@return the number of entries} */
    public int size() {
        return size;
    }

    /** {@return whether a part was taken out because it was wrong, so that nothing may be said to be missing} */
    public boolean isDamaged() {
        return damaged;
    }

    /** Remembers that a part was taken out because it was wrong. */
    public void damage() {
        damaged = true;
    }

    /** Remembers, while the file is read, that no variable is named below. */
    public void holdsConstantsOnly() {
        constant = true;
    }

    @Override
    public boolean isConstant() {
        return constant;
    }

    @Override
    public MappingNode copy() {
        MappingNode copy = like(at(this));
        copy.damaged = damaged;
        copy.constant = constant;
        copy.entries = new Entry[size];
        for (int i = 0; i < size; i++) {
            copy.add(entries[i].with(entries[i].value().copy()));
        }
        return copy;
    }

    @Override
    public String kind() {
        return "a mapping";
    }

    private final class Entries extends AbstractList<Entry> implements RandomAccess {
        @Override
        public Entry get(int i) {
            if (i >= size) {
                throw new IndexOutOfBoundsException(i);
            }
            return entries[i];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
