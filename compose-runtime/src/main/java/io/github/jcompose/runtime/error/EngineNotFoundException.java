package io.github.jcompose.runtime.error;

/** Thrown when an engine knows no container, network, volume, image or path of that name. */
public class EngineNotFoundException extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to show to the user
     */
    public EngineNotFoundException(String message) {
        super(message, 404);
    }
}
