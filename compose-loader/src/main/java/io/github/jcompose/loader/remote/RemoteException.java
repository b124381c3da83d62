package io.github.jcompose.loader.remote;

import io.github.jcompose.model.ComposeException;
import org.jspecify.annotations.Nullable;

/** Thrown when a remote file cannot be had. */
public class RemoteException extends ComposeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message for the user; without passwords
     */
    public RemoteException(String message) {
        super(message);
    }

    /**
     * @param message for the user; without passwords
     * @param cause what led to it; null if nothing did
     */
    public RemoteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
