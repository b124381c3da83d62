package io.github.jcompose.runtime.plan;

/** When containers that exist are replaced by new ones. */
public enum Recreate {
    /** When what they were created from differs from what the project says. */
    DIVERGED,
    ALWAYS,
    NEVER
}
