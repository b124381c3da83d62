package io.github.jcompose.runtime;

/** Log lines on their way to a sink. They end when all containers have exited, or at {@link #close()}. */
public interface FollowedLogs extends AutoCloseable {
    /** {@return whether lines may still come} */
    boolean isActive();

    /** Ends it; once this has returned the sink is not called any more. */
    @Override
    void close();
}
