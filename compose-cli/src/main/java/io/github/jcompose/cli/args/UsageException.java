package io.github.jcompose.cli.args;

import io.github.jcompose.model.ComposeException;

/** Thrown for a command line that cannot be understood. */
public final class UsageException extends ComposeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, and what may have been meant
     */
    public UsageException(String message) {
        super(message);
    }
}
