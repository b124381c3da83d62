package io.github.jcompose.runtime.interactive;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.session.WindowSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Holds a session: stands between the user's streams and a process until it ends or the user leaves it. */
final class Relay implements Console.Listener {
    private static final int RESIZE_ATTEMPTS = 10;
    private static final int RESIZE_PAUSE_MILLIS = 10;
    /** So many requests to end in a row, each soon after the last, mean that the process does not listen. */
    private static final int IMPATIENT = 3;

    private static final long IN_A_ROW_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Peer peer;
    private final Streams streams;
    private final @Nullable DetachKeys detachKeys;
    private final Executor threads;
    private final AtomicReference<SessionEnd.@Nullable How> left = new AtomicReference<>();
    private volatile @Nullable Attachment attachment;
    private volatile boolean started;
    private int requestsToEnd;
    private long lastRequest;

    /**
     * @param detachKeys null for none
     */
    Relay(Peer peer, Streams streams, @Nullable DetachKeys detachKeys, Executor threads) {
        this.peer = peer;
        this.streams = streams;
        this.detachKeys = detachKeys;
        this.threads = threads;
    }

    /** {@return how the session ended; the console is as before then} */
    @SuppressWarnings("try") // The session at the console only lasts.
    SessionEnd run() {
        Console console = streams.console();
        try (peer;
                Console.Session session = console == null ? () -> {} : console.begin(peer.hasTerminal(), this);
                Attachment attached = peer.connect()) {
            attachment = attached;
            pumpInput(attached);
            if (left.get() == null) {
                peer.start();
                started = true;
                resized();
                copyOutput(attached);
            }
            return end();
        }
    }

    private SessionEnd end() {
        SessionEnd.How how = left.get();
        try {
            return how == null ? SessionEnd.exited(peer.await()) : SessionEnd.left(how);
        } catch (EngineException e) {
            how = left.get();
            if (how == null) {
                throw e;
            }
            return SessionEnd.left(how);
        }
    }

    private void pumpInput(Attachment attached) {
        InputStream stdin = streams.stdin();
        if (stdin != null && peer.takesInput()) {
            KeyFilter filter = new KeyFilter(peer.hasTerminal() ? detachKeys : null);
            execute(new InputPump(stdin, attached.stdin(), peer.endOfInput(), filter, this::detach));
        }
    }

    private void copyOutput(Attachment attached) {
        for (Frame frame = attached.next(); frame != null; frame = attached.next()) {
            OutputStream to = frame.source() == Frame.Source.STDERR ? streams.stderr() : streams.stdout();
            try {
                to.write(frame.bytes());
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the output of the process: " + e.getMessage(), e);
            }
        }
    }

    private void detach() {
        Console console = streams.console();
        if (console != null) {
            console.detached();
        }
        leave(SessionEnd.How.DETACHED);
    }

    private void leave(SessionEnd.How how) {
        if (left.compareAndSet(null, how)) {
            Attachment open = attachment;
            if (open != null) {
                open.close();
            }
            peer.close();
        }
    }

    @Override
    public void signalled(String name) {
        if (!started) {
            leave(SessionEnd.How.UNSTARTED);
            return;
        } else if (!peer.takesSignals() || isImpatient(name)) {
            leave(SessionEnd.How.INTERRUPTED);
            return;
        }
        execute(() -> {
            try {
                peer.signal(name);
            } catch (EngineException e) {
                // It has ended already.
            }
        });
    }

    private synchronized boolean isImpatient(String signal) {
        if (!signal.equals("INT") && !signal.equals("TERM")) {
            return false;
        }
        long now = System.nanoTime();
        requestsToEnd = requestsToEnd > 0 && now - lastRequest < IN_A_ROW_NANOS ? requestsToEnd + 1 : 1;
        lastRequest = now;
        return requestsToEnd >= IMPATIENT;
    }

    @Override
    public void resized() {
        if (peer.hasTerminal() && streams.console() != null) {
            execute(this::resize);
        }
    }

    /** A process that has been asked for may not have a terminal yet. */
    private synchronized void resize() {
        Console console = streams.console();
        for (int attempt = 1; attempt <= RESIZE_ATTEMPTS && left.get() == null && console != null; attempt++) {
            WindowSize size = console.size();
            if (size == null) {
                return;
            }
            try {
                peer.resize(size);
                return;
            } catch (EngineException e) {
                pause(attempt * RESIZE_PAUSE_MILLIS);
            }
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            // The connection is being closed, and the session ends with it.
        }
    }
}
