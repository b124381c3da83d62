package io.github.jcompose.loader.remote;

/**
 * A file of a published application.
 *
 * @param kind what it is for
 * @param name without a folder; unique among the files that others name
 * @param text its content
 */
public record ArtifactFile(Kind kind, String name, String text) {
    /** What a file is for. */
    public enum Kind {
        /** A compose file; later ones override earlier ones. */
        COMPOSE,
        /** A compose file that others name in {@code extends}. */
        EXTENDED,
        /** A file of variables or labels that compose files name. */
        VARIABLES
    }
}
