package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connected Unix or TCP socket. */
final class ChannelTransport implements Transport {
    private final SocketChannel channel;
    private final Readiness input;
    private final Readiness output;

    /** Takes the channel over. */
    ChannelTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        input = new Readiness(channel, SelectionKey.OP_READ);
        output = new Readiness(channel, SelectionKey.OP_WRITE);
    }

    @Override
    public int read(ByteBuffer target, int timeoutMillis) throws IOException {
        try {
            Readiness.failIfInterrupted();
            int count = channel.read(target);
            while (count == 0) {
                if (timeoutMillis < 0) {
                    throw new NothingYet();
                }
                input.await(timeoutMillis);
                count = channel.read(target);
            }
            return count;
        } catch (ClosedByInterruptException e) {
            close();
            throw e;
        }
    }

    @Override
    public void write(ByteBuffer source, int timeoutMillis) throws IOException {
        try {
            Readiness.failIfInterrupted();
            while (source.hasRemaining()) {
                if (channel.write(source) == 0) {
                    output.await(timeoutMillis);
                }
            }
        } catch (ClosedByInterruptException e) {
            close();
            throw e;
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public boolean isReadable() {
        return input.isReady();
    }

    @Override
    public void close() {
        // The selectors go last: the system's socket stays open as long as one of them knows it.
        Quietly.close(channel);
        Quietly.close(input);
        Quietly.close(output);
    }
}
