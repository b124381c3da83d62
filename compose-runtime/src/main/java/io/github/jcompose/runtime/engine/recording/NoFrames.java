package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Frame;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Pretended containers say nothing. */
final class NoFrames implements Attachment {
    @Override
    public @Nullable Frame next() {
        return null;
    }

    @Override
    public OutputStream stdin() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
