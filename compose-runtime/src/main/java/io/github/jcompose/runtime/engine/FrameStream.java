package io.github.jcompose.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * The output of a container or of a process in it, read by the caller's thread. Closing it from another thread
 * ends a read that waits.
 */
public interface FrameStream extends AutoCloseable {
    /**
     * {@return the next piece, waiting for it as long as it takes; null at the end and after {@link #close()}}
     *
     * @throws io.github.jcompose.runtime.error.EngineConnectionLostException if the stream breaks off
     * @throws io.github.jcompose.runtime.error.EngineInterruptedException if the thread is interrupted
     */
    @Nullable
    Frame next();

    /**
     * {@return the same stream for those who do not wait; null if this connection can only be waited for. Called before
     * anything is read; nobody calls {@link #next()} from then on}
     */
    default @Nullable Polling polling() {
        return null;
    }

    @Override
    void close();
}
