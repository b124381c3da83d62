package io.github.jcompose.loader.dotenv;

/** Thrown for an environment file that cannot be read; the message leaves out the place. */
public final class DotEnvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    DotEnvException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** {@return the line, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column in characters, from 1} */
    public int column() {
        return column;
    }
}
