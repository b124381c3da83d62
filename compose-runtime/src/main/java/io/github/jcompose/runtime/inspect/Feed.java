package io.github.jcompose.runtime.inspect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Items as they come, read by the caller's thread. Closing it from another thread ends a read that waits. It is
 * bounded: who reads slowly slows down what writes, or misses what is out of date.
 *
 * @param <T> the kind of item
 */
public interface Feed<T> extends AutoCloseable {
    /**
     * {@return the next item, waiting for it as long as it takes; null at the end and after {@link #close()}}
     *
     * @throws io.github.jcompose.runtime.error.EngineException if the connection breaks off, or the thread is
     *     interrupted
     */
    @Nullable
    T next();

    /** Gives each item to the consumer until the end. */
    default void forEach(Consumer<? super T> consumer) {
        for (T item = next(); item != null; item = next()) {
            consumer.accept(item);
        }
    }

    @Override
    void close();
}
