package io.github.jcompose.runtime.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One side of a proxied connection; one thread reads while another writes. */
final class ByteLink implements Closeable {
    private static final int BUFFER = 1 << 14;

    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).flip();

    ByteLink(SocketChannel channel) {
        this.channel = channel;
    }

    private boolean fill() throws IOException {
        input.clear();
        int count = channel.read(input);
        input.flip();
        return count > 0;
    }

    /** {@return the bytes up to and with the end; none if the other side has closed} */
    byte[] until(String end) throws IOException {
        byte[] mark = end.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < mark.length) {
            if (!input.hasRemaining() && !fill()) {
                return new byte[0];
            }
            byte next = input.get();
            bytes.write(next);
            matched = next == mark[matched] ? matched + 1 : next == mark[0] ? 1 : 0;
        }
        return bytes.toByteArray();
    }

    /** {@return up to so many bytes, at least one; none at the end} */
    byte[] some(long limit) throws IOException {
        if (!input.hasRemaining() && !fill()) {
            return new byte[0];
        }
        byte[] bytes = new byte[(int) Math.min(limit, input.remaining())];
        input.get(bytes);
        return bytes;
    }

    /** Moves so many bytes over. */
    void move(long count, Sink target) throws IOException {
        for (long left = count; left > 0; ) {
            byte[] bytes = some(left);
            if (bytes.length == 0) {
                throw new EOFException();
            }
            target.write(bytes);
            left -= bytes.length;
        }
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed as far as anyone can tell.
        }
    }

    /** Takes bytes. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes) throws IOException;
    }
}
