package io.github.jcompose.runtime.error;

import org.jspecify.annotations.Nullable;

/** Thrown when no engine answers at the host; the message says in one line what was tried and what to do. */
public class EngineUnreachableException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     * @param cause what led to it; null if nothing did
     */
    public EngineUnreachableException(String message, @Nullable Throwable cause) {
        super(message, 0, cause);
    }
}
