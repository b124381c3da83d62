package io.github.jcompose.cli.terminal;

/** Tells when the user or the system wants the command to end. */
public interface Signals {
    /** Calls the handler for every interrupt (Ctrl-C) and request to terminate, in place of any earlier handler. */
    void onInterrupt(Runnable handler);

    /** {@return signals that never come} */
    static Signals none() {
        return handler -> {};
    }
}
