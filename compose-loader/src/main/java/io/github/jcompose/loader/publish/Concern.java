package io.github.jcompose.loader.publish;

/**
 * Something about a project that its owner should know before it is published. It never tells a secret itself.
 *
 * @param kind what may be wrong with it
 * @param text where it is and what it is, in one line
 */
public record Concern(Kind kind, String text) {
    /** What may be wrong with publishing something. */
    public enum Kind {
        /** Folders of this machine are mounted; only their names are published. */
        BIND_MOUNT,
        /** A value looks like a key or a password. */
        SENSITIVE,
        /** Variables or the content of a config are written down, or a file of variables is named. */
        VARIABLES,
        /** A file is named that is not published, so that whoever loads the artifact needs one of his own. */
        LEFT_OUT
    }
}
