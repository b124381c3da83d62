package io.github.jcompose.runtime.interactive;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.ContainerAttachOptions;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.session.WindowSize;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Opens sessions with processes in containers. */
public final class Sessions {
    private final Engine engine;
    private final Executor threads;
    private final Map<String, String> environment;

    /**
     * @param threads take what waits for input and for the window
     * @param environment says where docker's settings are
     */
    public Sessions(Engine engine, Executor threads, Map<String, String> environment) {
        this.engine = engine;
        this.threads = threads;
        this.environment = environment;
    }

    /**
     * {@return how it ended, after the process has ended or the user has left}
     *
     * @param options with values for all variables that have one
     * @throws ComposeException if the process cannot be started
     */
    public SessionEnd exec(String container, ExecOptions options, Streams streams) {
        DetachKeys keys = keys(options.tty(), options.detachKeys());
        boolean input = streams.stdin() != null;
        Map<String, Object> request = new ExecRequest(options, engine.info().apiVersion())
                .attached(input, keys == null ? null : keys.text(), streams.console());
        ExecProcess process = new ExecProcess(engine, container, request, options.tty(), input);
        return new Relay(process, streams, keys, threads).run();
    }

    /**
     * Starts a process and leaves it alone.
     *
     * @param options with values for all variables that have one
     * @throws ComposeException if it cannot be started
     */
    public void execDetached(String container, ExecOptions options) {
        Map<String, Object> request = new ExecRequest(options, engine.info().apiVersion()).detached();
        engine.execs().startDetached(engine.execs().create(container, request), options.tty());
    }

    /**
     * {@return how it ended, after the container has ended or the user has left}
     *
     * @throws ComposeException if it does not run
     */
    public SessionEnd attach(String id, ContainerAttachOptions options, Streams streams) {
        ContainerDetails container = engine.containers().inspect(id);
        ContainerStatus status = container.state().status();
        if (status != ContainerStatus.RUNNING) {
            throw new ComposeException("cannot attach to container " + container.name() + ": it is " + status.word()
                    + (status == ContainerStatus.PAUSED ? "; unpause it first" : ""));
        }
        DetachKeys keys = keys(container.tty(), options.detachKeys());
        boolean input = container.openStdin() && streams.stdin() != null;
        ContainerProcess process = new ContainerProcess(
                engine,
                id,
                attachment(input, container.tty(), keys),
                container.config().bool("StdinOnce"),
                !options.noSignals(),
                WaitCondition.NOT_RUNNING,
                () -> redraw(container, streams.console()));
        return new Relay(process, streams, keys, threads).run();
    }

    /**
     * {@return how it ended, after the container has ended or the user has left}
     *
     * @param id of a container that has not been started
     * @param removed whether the engine removes it in the end
     * @param detachKeys null for those of docker's settings
     * @param start starts it; called when its output is connected
     */
    public SessionEnd start(
            String id,
            boolean tty,
            boolean openStdin,
            boolean removed,
            @Nullable String detachKeys,
            Runnable start,
            Streams streams) {
        DetachKeys keys = keys(tty, detachKeys);
        boolean input = openStdin && streams.stdin() != null;
        WaitCondition until = removed ? WaitCondition.REMOVED : WaitCondition.NEXT_EXIT;
        ContainerProcess process =
                new ContainerProcess(engine, id, attachment(input, tty, keys), true, true, until, start);
        return new Relay(process, streams, keys, threads).run();
    }

    /** A program draws its screen again when the size changes; the right size follows. */
    private void redraw(ContainerDetails container, @Nullable Console console) {
        WindowSize size = container.tty() && console != null ? console.size() : null;
        if (size != null) {
            try {
                engine.containers().resize(container.id(), size.rows() + 1, size.columns());
            } catch (EngineException e) {
                // It has ended just now, which the session will tell.
            }
        }
    }

    private @Nullable DetachKeys keys(boolean tty, @Nullable String text) {
        return tty ? DetachKeys.of(text, environment) : null;
    }

    private static AttachOptions attachment(boolean input, boolean tty, @Nullable DetachKeys keys) {
        return new AttachOptions(input, true, true, false, tty, keys == null ? null : keys.text());
    }
}
