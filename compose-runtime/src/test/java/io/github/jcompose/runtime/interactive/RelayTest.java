package io.github.jcompose.runtime.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.session.WindowSize;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayTest {
    /** A console at which a signal comes when the process is just being started. */
    private static final class Impatient implements Console {
        Console.@Nullable Listener listener;

        @Override
        public @Nullable WindowSize size() {
            return null;
        }

        @Override
        public Session begin(boolean withTerminal, Listener whoHears) {
            listener = whoHears;
            return () -> {};
        }

        @Override
        public void detached() {}

        void press() {
            Console.Listener there = listener;
            if (there != null) {
                there.signalled("INT");
            }
        }
    }

    private static final class Process implements Peer {
        final AtomicBoolean signalled = new AtomicBoolean();
        private final Runnable start;

        Process(Runnable start) {
            this.start = start;
        }

        @Override
        public boolean hasTerminal() {
            return false;
        }

        @Override
        public boolean takesInput() {
            return false;
        }

        @Override
        public EndOfInput endOfInput() {
            return EndOfInput.NONE;
        }

        @Override
        public boolean takesSignals() {
            return true;
        }

        @Override
        public Attachment connect() {
            return new Attachment() {
                @Override
                public OutputStream stdin() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public @Nullable Frame next() {
                    return null;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void start() {
            start.run();
        }

        @Override
        public void resize(WindowSize size) {}

        @Override
        public void signal(String name) {
            signalled.set(true);
        }

        @Override
        public int await() {
            return 0;
        }

        @Override
        public void close() {}
    }

    @Test
    void tellsOfASignalThatCameWhileTheProcessWasStarted() {
        Impatient console = new Impatient();
        OutputStream nowhere = OutputStream.nullOutputStream();
        Streams streams = new Streams(null, nowhere, nowhere, console);

        SessionEnd end = new Relay(new Process(console::press), streams, null, Runnable::run).run();

        assertThat(end).isEqualTo(SessionEnd.left(SessionEnd.How.UNSTARTED));
        assertThat(end.exitCode()).isEqualTo(130);
    }

    @Test
    void tellsTheExitCodeIfNobodyPressesAnything() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Streams streams = new Streams(null, nowhere, nowhere, new Impatient());

        assertThat(new Relay(new Process(() -> {}), streams, null, Runnable::run).run())
                .isEqualTo(SessionEnd.exited(0));
    }
}
