package io.github.jcompose.loader.interpolation;

import org.jspecify.annotations.Nullable;

/** The values that a template may name. */
@FunctionalInterface
public interface Variables {
    /** {@return the value, which may be empty; null where the variable is not set} */
    @Nullable
    String value(String name);

    /**
     * Told of a variable that is not set, and that the template gives no alternative for: it counts as empty.
     *
     * @param name the variable
     * @param offset where its {@code $} stands, in characters from the start of the text
     */
    default void unset(String name, int offset) {}
}
