package io.github.jcompose.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Has the JVM set up its sockets while the command reads its files: the first socket of a process brings native
 * libraries and sources of randomness with it, a good part of the time that a short command takes.
 */
final class EngineAhead {
    private EngineAhead() {}

    /** Starts with it and does not wait. */
    static void prepare() {
        Thread thread = new Thread(EngineAhead::open, "engine-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void open() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false).register(selector, 0);
        } catch (IOException | UnsupportedOperationException e) {
            // Whoever needs a socket in earnest is told why there is none.
        }
    }
}
