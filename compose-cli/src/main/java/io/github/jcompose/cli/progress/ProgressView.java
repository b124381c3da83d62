package io.github.jcompose.cli.progress;

import io.github.jcompose.runtime.event.ComposeListener;

/** Shows events of operations on the error output. Safe for use by several threads. */
public interface ProgressView extends ComposeListener, AutoCloseable {
    /** Shows a warning. */
    void warn(String message);

    /** Shows the error that the command ends with. */
    void error(String message);

    /**
     * Shows a line that is for the user only.
     *
     * @param message one line
     */
    void tell(String message);

    /** {@return whether it is for programs} */
    default boolean isForPrograms() {
        return false;
    }

    /** Says that from now on the lines of containers go to the same screen, so nothing may be redrawn in place. */
    default void shareScreen() {}

    /** Leaves the screen tidy. */
    @Override
    default void close() {}
}
