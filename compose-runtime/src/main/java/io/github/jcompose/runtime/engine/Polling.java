package io.github.jcompose.runtime.engine;

import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/** A stream that can be asked for its next piece without waiting, so that one thread can read many. */
public interface Polling {
    /** {@return what becomes readable when more comes; to be closed by {@link FrameStream#close()} only} */
    SelectableChannel channel();

    /**
     * {@return the next piece; {@link Frame#NONE} if it has not come yet; null at the end}
     *
     * @throws io.github.jcompose.runtime.error.EngineConnectionLostException if the stream breaks off
     */
    @Nullable
    Frame poll();
}
