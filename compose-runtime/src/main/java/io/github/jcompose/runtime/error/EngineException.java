package io.github.jcompose.runtime.error;

import io.github.jcompose.model.ComposeException;
import org.jspecify.annotations.Nullable;

/** Thrown when an engine refuses a request or fails; the message is the engine's own, in plain words. */
public class EngineException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param message what to show to the user
     * @param status the HTTP status of the answer; 0 if there was none
     */
    public EngineException(String message, int status) {
        this(message, status, null);
    }

    /**
     * @param message what to show to the user
     * @param status the HTTP status of the answer; 0 if there was none
     * @param cause what led to it; null if nothing did
     */
    public EngineException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** {@return the HTTP status of the engine's answer; 0 if there was none} */
    public int status() {
        return status;
    }
}
