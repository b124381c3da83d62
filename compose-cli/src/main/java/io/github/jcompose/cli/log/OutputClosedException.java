package io.github.jcompose.cli.log;

/** Thrown when the reader of the output has gone. */
public final class OutputClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the output is closed. */
    public OutputClosedException() {
        super("the output is closed");
    }
}
