package io.github.jcompose.runtime.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the connection ends in the middle of an answer: the engine stopped or a proxy gave up. */
public class EngineConnectionLostException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     * @param cause what led to it; null if nothing did
     */
    public EngineConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, 0, cause);
    }
}
