package io.github.jcompose.runtime.interactive;

/** How a process is told that there is no more input. */
enum EndOfInput {
    /** Its input is closed. */
    CLOSE,
    /** The key is pressed that a terminal takes for it; closing the connection would cut off the output. */
    KEY,
    /** Not at all: its input outlives the session, and closing the connection would cut off the output. */
    NONE;

    static EndOfInput of(boolean tty) {
        return tty ? KEY : CLOSE;
    }
}
