package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.Polling;
import io.github.jcompose.runtime.engine.http.NothingYet;
import io.github.jcompose.runtime.engine.http.PollableInput;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/** The output of a container for those who do not wait. */
final class PolledOutput implements Polling {
    private final Session session;
    private final EngineRequest request;
    private final ContainerOutput output;
    private final SelectableChannel channel;

    private PolledOutput(Session session, EngineRequest request, ContainerOutput output, SelectableChannel channel) {
        this.session = session;
        this.request = request;
        this.output = output;
        this.channel = channel;
    }

    /** {@return the output without waiting; null if its connection can only be waited for} */
    static @Nullable Polling of(Session session, EngineRequest request, ContainerOutput output) {
        if (!(output.input() instanceof PollableInput input)) {
            return null;
        }
        try {
            SelectableChannel channel = input.poll();
            return channel == null ? null : new PolledOutput(session, request, output, channel);
        } catch (IOException e) {
            throw session.failure(e, request);
        }
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public @Nullable Frame poll() {
        try {
            return output.next();
        } catch (NothingYet e) {
            return Frame.NONE;
        } catch (IOException e) {
            if (!channel.isOpen()) {
                return null;
            }
            throw session.failure(e, request);
        }
    }
}
