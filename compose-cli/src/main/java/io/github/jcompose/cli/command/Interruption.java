package io.github.jcompose.cli.command;

import io.github.jcompose.cli.terminal.Signals;
import io.github.jcompose.model.ComposeException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets Ctrl-C end what the main thread does in order, so that it can remove what it has begun; as with {@code up}, the
 * third one ends the process at once.
 */
final class Interruption {
    private static final int INTERRUPTED = 130;

    private final AtomicInteger count = new AtomicInteger();

    private Interruption() {}

    /** {@return what interrupts this thread from now on} */
    static Interruption of(Signals signals) {
        Interruption interruption = new Interruption();
        Thread here = Thread.currentThread();
        signals.onInterrupt(() -> interruption.signal(here));
        return interruption;
    }

    private void signal(Thread thread) {
        if (count.incrementAndGet() > 2) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        thread.interrupt();
    }

    /** {@return the exit code if the user wanted this; without that, the failure is one} */
    int codeOr(ComposeException failure) {
        if (count.get() == 0) {
            throw failure;
        }
        return INTERRUPTED;
    }
}
