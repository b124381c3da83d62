package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a non-blocking channel is ready for one kind of operation. Unlike a blocking channel on a Unix
 * socket, this knows time limits.
 */
final class Readiness implements Closeable {
    private final SelectableChannel channel;
    private final int operation;
    private @Nullable Selector selector;
    private boolean closed;

    Readiness(SelectableChannel channel, int operation) {
        this.channel = channel;
        this.operation = operation;
    }

    /** Waits so many milliseconds at most; without end for 0. */
    void await(int timeoutMillis) throws IOException {
        Selector waiting = selector();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            while (true) {
                long left = timeoutMillis == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (timeoutMillis > 0 && left <= 0) {
                    throw new SocketTimeoutException("nothing came within " + timeoutMillis + " ms");
                }
                int ready = waiting.select(left);
                waiting.selectedKeys().clear();
                failIfInterrupted();
                if (ready > 0) {
                    return;
                } else if (!channel.isOpen()) {
                    throw new AsynchronousCloseException();
                }
            }
        } catch (ClosedSelectorException e) {
            throw closedMeanwhile(e);
        }
    }

    /** {@return whether the channel is ready now} */
    boolean isReady() {
        try {
            Selector asking = selector();
            boolean ready = asking.selectNow() > 0;
            asking.selectedKeys().clear();
            return ready;
        } catch (IOException | ClosedSelectorException e) {
            return true;
        }
    }

    static void failIfInterrupted() throws ClosedByInterruptException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private synchronized Selector selector() throws IOException {
        if (closed) {
            throw new AsynchronousCloseException();
        }
        if (selector == null) {
            Selector created = channel.provider().openSelector();
            channel.register(created, operation);
            selector = created;
        }
        return selector;
    }

    private static IOException closedMeanwhile(ClosedSelectorException cause) {
        IOException closed = new AsynchronousCloseException();
        closed.initCause(cause);
        return closed;
    }

    @Override
    public void close() throws IOException {
        Selector open;
        synchronized (this) {
            closed = true;
            open = selector;
        }
        if (open != null) {
            open.close();
        }
    }
}
