package io.github.jcompose.loader.tree;

/** A key of a mapping with its value. It belongs to one mapping, which alone puts another value in the place of its own. */
public final class Entry {
    private final String key;
    // The place of the key, without a node for it: keys are many, and looked at for messages only.
    private Source source;
    private int line;
    private int column;
    private Node value;

    /**
     * @param key the key
     * @param at where the key stands
     * @param value the value
     */
    public Entry(String key, Node at, Node value) {
        this.key = key;
        this.source = at.source();
        this.line = at.line();
        this.column = at.column();
        this.value = value;
    }

    /** {@return the key} */
    public String key() {
        return key;
    }

    /** {@return the key where it stands} */
    public ScalarNode keyNode() {
        return new ScalarNode(source, line, column, key, key);
    }

    /** {@return the value} */
    public Node value() {
        return value;
    }

    /** {@return an entry with the same key at the same place, and another value} */
    public Entry with(Node other) {
        Entry entry = new Entry(key, other, other);
        entry.moveTo(this);
        return entry;
    }

    void value(Node other) {
        value = other;
    }

    /** Takes over place and value of another entry of the same key. */
    void replaceBy(Entry other) {
        moveTo(other);
        value = other.value;
    }

    private void moveTo(Entry other) {
        source = other.source;
        line = other.line;
        column = other.column;
    }
}
