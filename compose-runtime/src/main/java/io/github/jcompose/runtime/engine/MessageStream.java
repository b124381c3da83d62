package io.github.jcompose.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * Messages of the engine, read by the caller's thread. Closing it from another thread ends a read that waits.
 *
 * @param <T> the kind of message
 */
public interface MessageStream<T> extends AutoCloseable {
    /**
     * {@return the next message, waiting for it as long as it takes; null at the end and after {@link #close()}}
     *
     * @throws io.github.jcompose.runtime.error.EngineConnectionLostException if the stream breaks off
     * @throws io.github.jcompose.runtime.error.EngineInterruptedException if the thread is interrupted
     */
    @Nullable
    T next();

    @Override
    void close();
}
