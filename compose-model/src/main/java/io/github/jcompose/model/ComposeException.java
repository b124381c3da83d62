package io.github.jcompose.model;

import org.jspecify.annotations.Nullable;

/** The root of everything that jcompose throws for a reason outside the program: a file, an engine, a registry. */
public class ComposeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one or more lines to show to the user as they are
     */
    public ComposeException(String message) {
        super(message);
    }

    /**
     * @param message one or more lines to show to the user as they are
     * @param cause what led to it; null if nothing did
     */
    public ComposeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
