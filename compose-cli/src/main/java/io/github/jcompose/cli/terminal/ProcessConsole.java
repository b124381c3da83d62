package io.github.jcompose.cli.terminal;

import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.WindowSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terminal and the signals of this process, for a session with a process in a container. */
public final class ProcessConsole implements Console {
    private static final List<String> SIGNALS =
            List.of("HUP", "INT", "TERM", "QUIT", "USR1", "USR2", "ALRM", "CONT", "IO");
    private static final List<String> WINDOW = List.of("WINCH");

    private final Terminal terminal;
    private final Signals signals;
    private final Runnable beforeSession;
    private final Runnable afterDetaching;
    private volatile boolean detached;

    /**
     * @param beforeSession called before the terminal is changed
     * @param afterDetaching called once the terminal is as before, if the user pressed the detach keys
     */
    public ProcessConsole(Terminal terminal, Signals signals, Runnable beforeSession, Runnable afterDetaching) {
        this.terminal = terminal;
        this.signals = signals;
        this.beforeSession = beforeSession;
        this.afterDetaching = afterDetaching;
    }

    @Override
    public @Nullable WindowSize size() {
        if (!terminal.hasOutput()) {
            return null;
        }
        Terminal.Size size = terminal.sizeNow();
        return new WindowSize(size.rows(), size.columns());
    }

    @Override
    public Session begin(boolean withTerminal, Listener listener) {
        beforeSession.run();
        Terminal.Mode mode = withTerminal && terminal.hasInput() ? terminal.keysAsPressed() : () -> {};
        Signals.Subscription window = signals.listen(withTerminal ? WINDOW : List.of(), name -> listener.resized());
        Signals.Subscription others = signals.listen(SIGNALS, listener::signalled);
        return () -> {
            others.close();
            window.close();
            mode.close();
            if (detached) {
                afterDetaching.run();
            }
        };
    }

    @Override
    public void detached() {
        detached = true;
    }
}
