package io.github.jcompose.runtime.interactive;

import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.session.WindowSize;
import org.jspecify.annotations.Nullable;

/** The main process of a container. */
final class ContainerProcess implements Peer {
    private final Engine engine;
    private final String id;
    private final AttachOptions attach;
    private final boolean inputEnds;
    private final boolean signals;
    private final WaitCondition until;
    private final Runnable start;
    private @Nullable ContainerWait wait;

    /**
     * @param inputEnds whether its input ends together with that of the session
     * @param signals whether signals are passed on
     * @param until what counts as its end
     * @param start starts it, after everything is connected
     */
    ContainerProcess(
            Engine engine,
            String id,
            AttachOptions attach,
            boolean inputEnds,
            boolean signals,
            WaitCondition until,
            Runnable start) {
        this.engine = engine;
        this.id = id;
        this.attach = attach;
        this.inputEnds = inputEnds;
        this.signals = signals;
        this.until = until;
        this.start = start;
    }

    @Override
    public boolean hasTerminal() {
        return attach.tty();
    }

    @Override
    public boolean takesInput() {
        return attach.stdin();
    }

    @Override
    public EndOfInput endOfInput() {
        return inputEnds ? EndOfInput.of(attach.tty()) : EndOfInput.NONE;
    }

    @Override
    public boolean takesSignals() {
        return signals;
    }

    @Override
    public Attachment connect() {
        synchronized (this) {
            wait = engine.containers().waitFor(id, until);
        }
        return engine.containers().attach(id, attach);
    }

    @Override
    public void start() {
        start.run();
    }

    @Override
    public void resize(WindowSize size) {
        engine.containers().resize(id, size.rows(), size.columns());
    }

    @Override
    public void signal(String name) {
        engine.containers().kill(id, "SIG" + name);
    }

    @Override
    public int await() {
        ContainerWait waiting = current();
        if (waiting == null) {
            throw new EngineException("nothing waits for container " + id, 0);
        }
        return waiting.await().exitCode();
    }

    private synchronized @Nullable ContainerWait current() {
        return wait;
    }

    @Override
    public void close() {
        ContainerWait waiting = current();
        if (waiting != null) {
            waiting.close();
        }
    }
}
