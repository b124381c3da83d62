package io.github.jcompose.runtime;

import java.util.List;

/**
 * A project brought up in the foreground: created, but not started before {@link #await()}.
 */
public interface AttachedUp extends AutoCloseable {
    /** {@return the sources of the log lines that will come, sorted} */
    List<String> sources();

    /**
     * Starts the containers, gives their output to the sink, and waits until all have exited or one of
     * {@link #stop()} and {@link #detach()} was called and has done its work. Called once.
     *
     * @return the exit code that {@link AttachOptions} ask for; else 0
     * @throws io.github.jcompose.model.ComposeException if a container cannot be started
     */
    int await();

    /** Stops the named services, or all, gracefully; {@link #await()} returns once they have stopped. From any thread. */
    void stop();

    /** Kills them, without waiting for a {@link #stop()} under way. From any thread. */
    void kill();

    /** Lets the containers run on; {@link #await()} returns. From any thread. */
    void detach();

    /** Detaches. */
    @Override
    void close();
}
