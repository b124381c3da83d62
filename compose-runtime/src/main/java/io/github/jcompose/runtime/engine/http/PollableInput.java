package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/** The body of an answer that may be read without waiting. */
public interface PollableInput {
    /**
     * Makes all reads from now on throw {@link NothingYet} rather than wait.
     *
     * @return what becomes readable when more comes; null if this connection can only be waited for
     */
    @Nullable
    SelectableChannel poll() throws IOException;
}
