package io.github.jcompose.cli.terminal;

/** Tells which streams lead to a terminal, and how large it is. */
public interface Terminal {
    /** {@return whether the standard input comes from one} */
    boolean hasInput();

    /** {@return whether the standard output goes to one} */
    boolean hasOutput();

    /** {@return whether the error output goes to one} */
    boolean hasErrors();

    /** {@return the size it has now} */
    Size size();

    /** {@return the size it has now, even if it had another a moment ago} */
    default Size sizeNow() {
        return size();
    }

    /** Passes keys on as they are pressed, without echoing them, until the mode is closed. */
    default Mode keysAsPressed() {
        return () -> {};
    }

    /** Passes keys on as they are pressed, without echoing them; Ctrl-C stays a signal. Until the mode is closed. */
    default Mode keysOneByOne() {
        return () -> {};
    }

    /** How a terminal treats keys until this is closed. */
    interface Mode extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The size of a terminal in characters.
     *
     * @param columns at least 1
     * @param rows at least 1
     */
    record Size(int columns, int rows) {
        /** What a terminal has that does not tell. */
        public static final Size USUAL = new Size(80, 24);
    }

    /** {@return no terminal: all streams are files or pipes} */
    static Terminal none() {
        return fixed(false, Size.USUAL);
    }

    /** {@return a terminal, or none, that never changes} */
    static Terminal fixed(boolean there, Size size) {
        return new Terminal() {
            @Override
            public boolean hasInput() {
                return there;
            }

            @Override
            public boolean hasOutput() {
                return there;
            }

            @Override
            public boolean hasErrors() {
                return there;
            }

            @Override
            public Size size() {
                return size;
            }
        };
    }
}
