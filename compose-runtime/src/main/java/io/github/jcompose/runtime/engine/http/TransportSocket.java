package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A transport in the shape that the HTTP and TLS libraries ask for. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // Closing must not wait for a read in another thread.
final class TransportSocket extends Socket {
    private final Transport transport;
    private final InputStream input = new Input();
    private final OutputStream output = new Output();
    private volatile int timeoutMillis;
    private volatile boolean outputShut;
    private volatile boolean closed;

    TransportSocket(Transport transport) {
        this.transport = transport;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void shutdownOutput() throws IOException {
        outputShut = true;
        transport.shutdownOutput();
    }

    @Override
    public void shutdownInput() {
        // Nobody reads on; closing follows.
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShut;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        transport.close();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return null;
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return null;
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        return null;
    }

    @Override
    public int getPort() {
        return 0;
    }

    @Override
    public void setSoLinger(boolean on, int linger) {
        // Not for the transport.
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // The dialer has seen to it.
    }

    @Override
    public String toString() {
        return transport.toString();
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : transport.read(ByteBuffer.wrap(bytes, offset, length), timeoutMillis);
        }

        @Override
        public void close() {
            TransportSocket.this.close();
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            transport.write(ByteBuffer.wrap(bytes, offset, length), Math.max(0, timeoutMillis));
        }

        @Override
        public void close() {
            TransportSocket.this.close();
        }
    }
}
