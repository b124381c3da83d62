package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.MessageStream;
import org.jspecify.annotations.Nullable;

/** No messages. */
final class NoOutput<T> implements MessageStream<T> {
    @Override
    public @Nullable T next() {
        return null;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
