package io.github.jcompose.runtime;

/** What becomes of names that can be used once on an engine. */
public enum FixedNames {
    /** They stay. */
    KEEP,
    /** They give way to names of the project; a container still answers to the old one. */
    REPLACE,
    /** A project that has any is refused. */
    REFUSE
}
