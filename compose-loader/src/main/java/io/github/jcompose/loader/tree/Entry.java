package io.github.jcompose.loader.tree;

/**
 * A key with its value.
 *
 * @param key the key
 * @param keyNode where the key stands
 * @param value the value
 */
public record Entry(String key, ScalarNode keyNode, Node value) {
    /** {@return the key with another value} */
    public Entry with(Node value) {
        return new Entry(key, keyNode, value);
    }
}
