package io.github.jcompose.runtime.interactive;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.ExecState;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.session.WindowSize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process in a container besides its main one. */
final class ExecProcess implements Peer {
    /** What a process ends with that is killed together with its container. */
    private static final int KILLED = 137;

    private final Engine engine;
    private final String container;
    private final Map<String, Object> request;
    private final boolean tty;
    private final boolean input;
    private volatile String id = "";
    private volatile @Nullable MessageStream<EngineEvent> awaited;
    private volatile boolean closed;

    /**
     * @param request the body to create it with
     */
    ExecProcess(Engine engine, String container, Map<String, Object> request, boolean tty, boolean input) {
        this.engine = engine;
        this.container = container;
        this.request = request;
        this.tty = tty;
        this.input = input;
    }

    @Override
    public boolean hasTerminal() {
        return tty;
    }

    @Override
    public boolean takesInput() {
        return input;
    }

    @Override
    public EndOfInput endOfInput() {
        return EndOfInput.of(tty);
    }

    /** The engine knows no way to signal it. */
    @Override
    public boolean takesSignals() {
        return false;
    }

    @Override
    public Attachment connect() {
        id = engine.execs().create(container, request);
        return engine.execs().start(id, tty);
    }

    /** Connecting has started it. */
    @Override
    public void start() {}

    @Override
    public void resize(WindowSize size) {
        engine.execs().resize(id, size.rows(), size.columns());
    }

    @Override
    public void signal(String name) {}

    /** The output may end a moment before the engine knows the exit code, or long before the process ends. */
    @Override
    public int await() {
        try {
            ExecState state = engine.execs().inspect(id);
            return state.running() ? awaitEnd() : state.exitCode();
        } catch (EngineNotFoundException e) {
            return KILLED;
        }
    }

    private int awaitEnd() {
        Filters ends = Filters.none()
                .and("type", "container")
                .and("container", container)
                .and("event", "exec_die")
                .and("event", "die");
        try (MessageStream<EngineEvent> events = engine.events(ends, null, null)) {
            awaited = events;
            ExecState state = engine.execs().inspect(id);
            while (state.running()) {
                boolean told = !closed && events.next() != null;
                state = engine.execs().inspect(id);
                if (!told && state.running()) {
                    // Its exit code is 0 as long as it runs.
                    throw new EngineConnectionLostException(
                            "the engine does not tell any more when the process ends, which runs on", null);
                }
            }
            return state.exitCode();
        }
    }

    @Override
    public void close() {
        closed = true;
        MessageStream<EngineEvent> events = awaited;
        if (events != null) {
            events.close();
        }
    }
}
