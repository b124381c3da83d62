package io.github.jcompose.runtime.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A raw connection in both directions, left over from an HTTP upgrade. */
public interface Duplex extends AutoCloseable {
    /** {@return what the engine sends} */
    InputStream input();

    /** {@return what goes to the engine, unbuffered; closing it is {@link #closeOutput()}} */
    OutputStream output();

    /**
     * Ends the direction to the engine and leaves the other one open.
     *
     * @throws IOException if the connection is lost
     */
    void closeOutput() throws IOException;

    @Override
    void close();
}
