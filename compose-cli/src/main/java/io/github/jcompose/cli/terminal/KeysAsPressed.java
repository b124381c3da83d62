package io.github.jcompose.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Sets the terminal so that each key is passed on as it is pressed.
 *
 * <p>A shell does it, and puts the terminal back when it is told to or when this process is gone, however that came
 * about.
 */
final class KeysAsPressed implements Terminal.Mode {
    /** The terminal is the one that the input of this process comes from; elsewhere than on Linux its own. */
    private static final String SCRIPT = """
            trap '' INT QUIT HUP TERM TSTP TTIN TTOU PIPE
            terminal=/proc/$PPID/fd/0
            [ -c "$terminal" ] || terminal=/dev/tty
            exec 3<"$terminal"
            saved=$(stty -g <&3) || exit
            # shellcheck disable=SC2086
            if stty $1 <&3; then echo set; fi
            read -r line
            stty "$saved" <&3
            """;

    /** Ctrl-C is a key like all others, and nothing that is written is changed. */
    static final String RAW = "raw -echo -iexten";
    /** Ctrl-C is still a signal, and lines are written as ever. */
    static final String ONE_BY_ONE = "-icanon -echo min 1 time 0";

    private final Process shell;
    private final Thread atExit = new Thread(this::restore, "terminal");

    private KeysAsPressed(Process shell) {
        this.shell = shell;
    }

    /**
     * {@return the mode, in effect; one without effect if the terminal cannot be set}
     *
     * @param settings for {@code stty}
     */
    static Terminal.Mode begin(String settings) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "sh", settings)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            KeysAsPressed mode = new KeysAsPressed(shell);
            Runtime.getRuntime().addShutdownHook(mode.atExit);
            String answer = shell.inputReader(StandardCharsets.US_ASCII).readLine();
            if (answer == null) {
                mode.close();
                return () -> {};
            }
            return mode;
        } catch (IOException e) {
            // A system without a shell: keys are passed on line by line.
            return () -> {};
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending and the hook has run, or runs and does the same.
        }
    }

    /** Waits, so that nothing is written before the terminal is as it was. */
    private void restore() {
        try (OutputStream in = shell.getOutputStream()) {
            in.flush();
        } catch (IOException e) {
            // The shell has ended by itself.
        }
        boolean interrupted = false;
        while (shell.isAlive()) {
            try {
                shell.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
