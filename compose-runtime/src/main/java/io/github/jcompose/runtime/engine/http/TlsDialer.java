package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Dials a port and speaks TLS on it.
 *
 * @param tcp dials the port
 * @param context holds whom to trust and what to show
 * @param verifyHost whether the certificate must be for this host
 */
record TlsDialer(TcpDialer tcp, SSLContext context, boolean verifyHost) implements Dialer {
    @Override
    public Wire dial(Duration limit) throws IOException {
        Wire plain = tcp.dial(limit);
        try {
            InetSocketAddress address = tcp.address();
            SSLSocket secure = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain.socket(), address.getHostString(), address.getPort(), true);
            if (verifyHost) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
            }
            plain.socket().setSoTimeout(Math.toIntExact(limit.toMillis()));
            secure.startHandshake();
            plain.socket().setSoTimeout(0);
            return new Wire(secure, plain.transport());
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }
}
