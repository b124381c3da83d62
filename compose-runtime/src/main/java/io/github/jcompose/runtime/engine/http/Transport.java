package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in both directions. One thread may read while another writes. Closing it, and interrupting the thread,
 * ends a read or write that waits.
 */
public interface Transport extends Closeable {
    /**
     * {@return how many bytes came, at least one; -1 at the end}
     *
     * @param timeoutMillis how long to wait; 0 without end; less than 0 not at all
     * @throws java.net.SocketTimeoutException if nothing came in that time; {@link NothingYet} without waiting
     * @throws java.nio.channels.ClosedByInterruptException if the thread was interrupted; this is closed then
     */
    int read(ByteBuffer target, int timeoutMillis) throws IOException;

    /**
     * Writes all that is left in the buffer.
     *
     * @param timeoutMillis how long to wait for the other side to take more; 0 without end
     * @throws java.net.SocketTimeoutException if it took nothing in that time; the buffer holds what is left
     */
    void write(ByteBuffer source, int timeoutMillis) throws IOException;

    /** Ends the direction to the other side and leaves the other direction open. */
    void shutdownOutput() throws IOException;

    /** {@return what tells when there is something to read; null if only waiting does} */
    default @Nullable SelectableChannel channel() {
        return null;
    }

    /** {@return whether there is something to read, or the other side has closed} */
    boolean isReadable();

    @Override
    void close();
}
