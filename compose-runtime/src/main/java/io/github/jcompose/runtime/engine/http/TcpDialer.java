package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Dials a port.
 *
 * @param address not resolved
 */
record TcpDialer(InetSocketAddress address) implements Dialer {
    @Override
    public Wire dial(Duration limit) throws IOException {
        InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        if (resolved.isUnresolved()) {
            throw new UnknownHostException("unknown host " + address.getHostString());
        }
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.configureBlocking(false);
            if (!channel.connect(resolved)) {
                try (Readiness connected = new Readiness(channel, SelectionKey.OP_CONNECT)) {
                    connected.await(Math.toIntExact(limit.toMillis()));
                    channel.finishConnect();
                }
            }
            return Wire.of(new ChannelTransport(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
