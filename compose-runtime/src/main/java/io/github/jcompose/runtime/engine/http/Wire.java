package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.net.Socket;

/**
 * An open way to the engine.
 *
 * @param socket what to speak HTTP on, with TLS on top if need be
 * @param transport what carries it; closing it ends everything at once
 */
public record Wire(Socket socket, PatientTransport transport) implements Closeable {
    static Wire of(Transport transport) {
        PatientTransport patient = new PatientTransport(transport);
        return new Wire(new TransportSocket(patient), patient);
    }

    @Override
    public void close() {
        transport.close();
    }
}
