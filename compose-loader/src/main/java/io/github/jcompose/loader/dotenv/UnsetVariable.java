package io.github.jcompose.loader.dotenv;

/** Told of variables that a value names but that are not set: they count as empty. */
@FunctionalInterface
public interface UnsetVariable {
    /**
     * Takes note.
     *
     * @param name the variable
     * @param line where it is named, from 1
     */
    void found(String name, int line);
}
