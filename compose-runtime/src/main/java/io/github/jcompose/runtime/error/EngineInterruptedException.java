package io.github.jcompose.runtime.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the calling thread is interrupted while it waits for an engine; its interrupt status is set. */
public class EngineInterruptedException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     * @param cause what led to it; null if nothing did
     */
    public EngineInterruptedException(String message, @Nullable Throwable cause) {
        super(message, 0, cause);
    }
}
