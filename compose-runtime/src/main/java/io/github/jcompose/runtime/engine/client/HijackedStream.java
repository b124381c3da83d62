package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.Polling;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The input and output of a container or of a process in it. */
final class HijackedStream implements Attachment {
    private final Session session;
    private final EngineRequest request;
    private final Duplex connection;
    private final ContainerOutput output;
    private volatile boolean closed;

    HijackedStream(Session session, EngineRequest request, boolean tty) {
        this.session = session;
        this.request = request;
        this.connection = session.upgrade(request.unlimited(), "tcp");
        this.output = new ContainerOutput(connection.input(), tty);
    }

    @Override
    public @Nullable Frame next() {
        try {
            return closed ? null : output.next();
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw session.failure(e, request);
        }
    }

    @Override
    public OutputStream stdin() {
        return connection.output();
    }

    @Override
    public @Nullable Polling polling() {
        return PolledOutput.of(session, request, output);
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }
}
