package io.github.jcompose.model;

/** The forms in which a {@link CanonicalTree} can be made; the reference's two differ. */
public enum Form {
    /**
     * What {@code config --format json} shows and the config hash is computed from: extensions at the top
     * level only, {@code command} and {@code entrypoint} always there, keys of user maps in code point order.
     */
    JSON,
    /** What {@code config} shows: every extension, nothing that is not set, keys of user maps in natural order. */
    YAML
}
