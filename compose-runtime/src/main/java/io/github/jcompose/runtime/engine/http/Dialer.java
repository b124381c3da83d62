package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Opens connections to one engine. */
public sealed interface Dialer permits UnixDialer, TcpDialer, TlsDialer, ProcessDialer {
    /** {@return a dialer for a Unix socket} */
    static Dialer unix(Path socket) {
        return new UnixDialer(socket);
    }

    /**
     * {@return a dialer for a port}
     *
     * @param address not yet resolved, so that each connection looks the name up again
     */
    static Dialer tcp(InetSocketAddress address) {
        return new TcpDialer(address);
    }

    /**
     * {@return a dialer for a port that speaks TLS}
     *
     * @param verifyHost whether the certificate must be for this host
     */
    static Dialer tls(InetSocketAddress address, SSLContext context, boolean verifyHost) {
        return new TlsDialer(new TcpDialer(address), context, verifyHost);
    }

    /** {@return a dialer that starts a process for each connection and speaks over its standard streams} */
    static Dialer process(List<String> command) {
        return new ProcessDialer(command);
    }

    /**
     * {@return a new connection}
     *
     * @throws IOException if there is none within the time limit
     */
    Wire dial(Duration limit) throws IOException;
}
