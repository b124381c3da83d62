package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.project.Labels;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears of starts and ends of a project's containers; should the stream break off, it is taken up where it ended. */
final class FollowedEvents implements AutoCloseable {
    /** How often in succession the stream may break off without having told anything. */
    private static final int PATIENCE = 3;

    private final Engine engine;
    private final Filters filters;
    private volatile MessageStream<EngineEvent> stream;
    private volatile boolean closed;

    FollowedEvents(Engine engine, String project) {
        this.engine = engine;
        this.filters = Filters.label(Labels.PROJECT, project)
                .andLabel(Labels.ONE_OFF, Labels.NO)
                .and("type", "container")
                .and("event", "start")
                .and("event", "die")
                .and("event", "kill")
                .and("event", "destroy");
        this.stream = engine.events(filters, null, null);
    }

    /** Tells of events until this is closed, or there is no way to hear of more. */
    void listen(Consumer<EngineEvent> listener) {
        Instant last = null;
        for (int silent = 0; silent < PATIENCE && !closed; silent++) {
            try {
                for (EngineEvent event = stream.next(); event != null; event = stream.next()) {
                    last = event.time();
                    silent = 0;
                    listener.accept(event);
                }
            } catch (EngineException e) {
                // It goes on below.
            }
            if (closed || !reopen(last)) {
                return;
            }
        }
    }

    private boolean reopen(@Nullable Instant last) {
        stream.close();
        try {
            stream = engine.events(filters, last == null ? null : last.plusNanos(1), null);
        } catch (EngineException e) {
            return false;
        }
        if (closed) {
            stream.close();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
    }
}
