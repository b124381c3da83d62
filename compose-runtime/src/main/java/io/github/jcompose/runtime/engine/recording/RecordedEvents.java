package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What happens on the pretended engine. */
final class RecordedEvents implements MessageStream<EngineEvent> {
    private final World world;
    private final Filters filters;
    private final BlockingQueue<Optional<EngineEvent>> queue = new LinkedBlockingQueue<>();

    RecordedEvents(World world, Filters filters) {
        this.world = world;
        this.filters = filters;
    }

    void offer(EngineEvent event) {
        String action = event.action();
        int colon = action.indexOf(':');
        boolean wanted = Matching.labels(filters, event.attributes())
                && Matching.oneOf(filters, "type", event.type())
                && (Matching.oneOf(filters, "event", action)
                        || (colon > 0 && Matching.oneOf(filters, "event", action.substring(0, colon))));
        if (wanted) {
            queue.add(Optional.of(event));
        }
    }

    @Override
    public @Nullable EngineEvent next() {
        try {
            Optional<EngineEvent> event = queue.take();
            if (event.isEmpty()) {
                // For the next call too.
                queue.add(event);
            }
            return event.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while waiting for an event", e);
        }
    }

    @Override
    public void close() {
        world.forget(this);
        queue.add(Optional.empty());
    }
}
