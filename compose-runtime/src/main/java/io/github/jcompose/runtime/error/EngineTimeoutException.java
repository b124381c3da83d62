package io.github.jcompose.runtime.error;

import org.jspecify.annotations.Nullable;

/** Thrown when an engine does not answer a request within its time limit; the request may still take effect. */
public class EngineTimeoutException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     * @param cause what led to it; null if nothing did
     */
    public EngineTimeoutException(String message, @Nullable Throwable cause) {
        super(message, 0, cause);
    }
}
