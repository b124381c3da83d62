package io.github.jcompose.runtime.engine;

/**
 * A piece of a container's output; it may end in the middle of a line or of a character.
 *
 * @param source which stream it was written to; always standard output with a terminal
 * @param bytes the receiver's own
 */
@SuppressWarnings("ArrayRecordComponent") // Frames are never compared; a copy each would double the cost of logs.
public record Frame(Source source, byte[] bytes) {
    /** Says that nothing has come yet. */
    public static final Frame NONE = new Frame(Source.STDOUT, new byte[0]);

    /** The streams of a container. */
    public enum Source {
        STDOUT,
        STDERR
    }
}
