package io.github.jcompose.runtime;

/** Which images are built before containers are created. */
public enum BuildMode {
    /** Those that the engine does not have. */
    MISSING,
    ALWAYS,
    NEVER
}
