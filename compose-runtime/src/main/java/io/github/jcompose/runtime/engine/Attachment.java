package io.github.jcompose.runtime.engine;

import java.io.OutputStream;

/** The output of a container or of a process in it, together with its standard input. */
public interface Attachment extends FrameStream {
    /**
     * {@return its standard input, unbuffered}
     *
     * <p>Closing it tells the process that its input has ended, and leaves the output open.
     */
    OutputStream stdin();
}
