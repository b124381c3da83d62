package io.github.jcompose.runtime.error;

/** Thrown when the state of an engine forbids a request: a name in use, a container that still runs. */
public class EngineConflictException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     */
    public EngineConflictException(String message) {
        super(message, 409);
    }
}
