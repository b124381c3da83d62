package io.github.jcompose.cli.command;

import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.runtime.AttachedUp;
import java.io.IOException;
import java.io.InputStream;

/** The keys that work while {@code up} runs in front. */
final class UpMenu implements AutoCloseable {
    private final Invocation call;
    private final AttachedUp run;
    private final Terminal.Mode mode;
    private volatile boolean detached;

    private UpMenu(Invocation call, AttachedUp run, Terminal.Mode mode) {
        this.call = call;
        this.run = run;
        this.mode = mode;
    }

    /** {@return the menu, which listens; or one that does not, where nobody sits at the keys or it is not wanted} */
    static UpMenu of(Invocation call, AttachedUp run, boolean wanted) {
        Terminal terminal = call.surroundings().terminal();
        if (!wanted || !terminal.hasInput() || !terminal.hasOutput()) {
            return new UpMenu(call, run, () -> {});
        }
        UpMenu menu = new UpMenu(call, run, terminal.keysOneByOne());
        call.view().tell("Press d to detach, Ctrl-C to stop");
        Thread keys = new Thread(menu::listen, "menu");
        keys.setDaemon(true);
        keys.start();
        return menu;
    }

    /** {@return whether the user left the containers running} */
    boolean isDetached() {
        return detached;
    }

    private void listen() {
        InputStream in = call.surroundings().in();
        try {
            for (int key = in.read(); key >= 0 && !detached; key = in.read()) {
                press((char) key);
            }
        } catch (IOException e) {
            // There is no keyboard any more: the containers go on.
            return;
        }
    }

    private void press(char key) {
        switch (key) {
            case 'd' -> {
                detached = true;
                call.view().tell("Detached; the containers run on");
                run.detach();
            }
            case 'w' -> call.view().tell("watch is not there yet");
            case '\n', '\r' -> {
                call.out().println();
                call.out().flush();
            }
            default -> {
                // Another key means nothing here.
            }
        }
    }

    /** Puts the terminal back. */
    @Override
    public void close() {
        mode.close();
    }
}
