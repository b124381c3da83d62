package io.github.jcompose.cli.terminal;

import java.util.List;
import java.util.function.Consumer;

/** Tells when the user or the system wants the command to end. */
public interface Signals {
    /** Calls the handler for every interrupt (Ctrl-C) and request to terminate, in place of any earlier handler. */
    void onInterrupt(Runnable handler);

    /**
     * Calls the handler with the name of each of these signals that comes, in place of what usually happens.
     *
     * @param names without {@code SIG}; those that cannot be caught here are passed over
     * @return what puts everything back
     */
    default Subscription listen(List<String> names, Consumer<String> handler) {
        return () -> {};
    }

    /** Goes on until it is closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** {@return signals that never come} */
    static Signals none() {
        return handler -> {};
    }
}
