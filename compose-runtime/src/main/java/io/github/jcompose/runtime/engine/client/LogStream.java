package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.Polling;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The log of a container. */
final class LogStream implements FrameStream {
    private final Session session;
    private final EngineRequest request;
    private final EngineResponse answer;
    private final ContainerOutput output;
    private volatile boolean closed;

    LogStream(Session session, EngineRequest request, boolean tty) {
        this.session = session;
        this.request = request;
        this.answer = session.send(request);
        this.output = new ContainerOutput(answer.content(), tty);
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
    public @Nullable Polling polling() {
        return PolledOutput.of(session, request, output);
    }

    @Override
    public void close() {
        closed = true;
        try {
            answer.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }
}
