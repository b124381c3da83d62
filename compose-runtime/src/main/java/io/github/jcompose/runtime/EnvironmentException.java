package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;

/** Thrown for an environment that does not come up; it says which service failed, why, and its last log lines. */
public final class EnvironmentException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient Snapshot snapshot;

    EnvironmentException(String message, Snapshot snapshot, Throwable cause) {
        super(message, cause);
        this.snapshot = snapshot;
    }

    /** {@return what there was to see at that moment} */
    public Snapshot snapshot() {
        return snapshot;
    }
}
