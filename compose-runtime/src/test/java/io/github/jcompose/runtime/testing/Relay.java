package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Makes an engine's socket an address of a network. */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path socket;
    private final ServerSocketChannel server;

    private Relay(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** {@return a relay from any port of that address to the socket} */
    public static Relay start(String address, Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        Relay relay = new Relay(socket, server);
        daemon(relay::accept);
        return relay;
    }

    /** {@return the port to connect to} */
    public int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel engine = SocketChannel.open(StandardProtocolFamily.UNIX);
                engine.connect(UnixDomainSocketAddress.of(socket));
                daemon(() -> pump(client, engine));
                daemon(() -> pump(engine, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One end is gone: so is the other.
            try (from;
                    to) {
                buffer.clear();
            } catch (IOException closing) {
                // It was closed already.
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
