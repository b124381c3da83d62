package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.Polling;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.work.Workers;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of many containers with one thread; only of a connection that can do nothing but wait, each stream
 * takes a thread of its own.
 */
public final class OutputLoop implements AutoCloseable {
    /** How many pieces are taken from one container before the others have their turn. */
    private static final int TURN = 256;

    private final Workers workers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Reading> coming = new ArrayDeque<>();
    private final Set<FrameStream> waited = new HashSet<>();
    private @Nullable Selector selector;
    private boolean closed;

    private record Reading(
            FrameStream stream, Polling polling, OutputReader reader, Consumer<@Nullable RuntimeException> whenEnded) {
        void end(@Nullable RuntimeException failure) {
            RuntimeException thrown = failure;
            try {
                reader.end();
            } catch (RuntimeException e) {
                thrown = thrown == null ? e : thrown;
            }
            stream.close();
            whenEnded.accept(thrown);
        }
    }

    /** Reads with threads of that connection. */
    public OutputLoop(Workers workers) {
        this.workers = workers;
    }

    /**
     * Begins to read a stream, which is closed when it has ended.
     *
     * @param whenEnded told of the end, in a thread that must go on soon: null at a proper end and after
     *     {@link #close()}, an {@link EngineException} if the stream broke off or cannot be watched, or what the
     *     reader's sink threw
     */
    public void read(FrameStream stream, OutputReader reader, Consumer<@Nullable RuntimeException> whenEnded) {
        Polling polling = stream.polling();
        RuntimeException failure = null;
        lock.lock();
        try {
            if (!closed && polling == null) {
                workers.execute(() -> wait(stream, reader, whenEnded));
                waited.add(stream);
                return;
            } else if (!closed && polling != null) {
                Selector watching = selector == null ? watch(polling) : selector;
                selector = watching;
                coming.add(new Reading(stream, polling, reader, whenEnded));
                watching.wakeup();
                return;
            }
        } catch (IOException e) {
            failure = unwatched(String.valueOf(e.getMessage()), e);
        } catch (RejectedExecutionException e) {
            failure = unwatched("the connection is closed", e);
        } finally {
            lock.unlock();
        }
        stream.close();
        whenEnded.accept(failure);
    }

    private static EngineException unwatched(String why, Exception cause) {
        return new EngineConnectionLostException("cannot watch the output of a container: " + why, cause);
    }

    /** Begins to watch; whoever calls holds the lock, and no stream is taken in before it is released. */
    private Selector watch(Polling first) throws IOException {
        Selector created = first.channel().provider().openSelector();
        try {
            workers.execute(() -> loop(created));
        } catch (RejectedExecutionException e) {
            created.close();
            throw e;
        }
        return created;
    }

    private void wait(FrameStream stream, OutputReader reader, Consumer<@Nullable RuntimeException> whenEnded) {
        RuntimeException failure = null;
        try (stream) {
            reader.read(stream);
        } catch (RuntimeException e) {
            failure = e;
        }
        lock.lock();
        try {
            waited.remove(stream);
            failure = closed && failure instanceof EngineException ? null : failure;
        } finally {
            lock.unlock();
        }
        whenEnded.accept(failure);
    }

    private void loop(Selector selector) {
        Set<Reading> all = new HashSet<>();
        Set<Reading> ready = new LinkedHashSet<>();
        RuntimeException failure = null;
        try (selector) {
            while (takeIn(selector, all, ready)) {
                if (ready.isEmpty()) {
                    selector.select();
                } else {
                    selector.selectNow();
                }
                selector.selectedKeys().forEach(key -> ready.add((Reading) key.attachment()));
                selector.selectedKeys().clear();
                for (Reading reading : List.copyOf(ready)) {
                    if (!takeFrom(reading, selector, all)) {
                        ready.remove(reading);
                    }
                }
                // Connections go on to serve others; their keys are gone after the next selection only.
                selector.selectNow();
                if (Thread.interrupted()) {
                    close();
                }
            }
        } catch (IOException e) {
            failure = new EngineConnectionLostException("cannot watch the output of containers: " + e.getMessage(), e);
            close();
        } catch (RuntimeException e) {
            // Whoever was told of an end threw. The others must not wait for what nobody reads any more.
            failure = e;
            close();
        }
        all.addAll(left());
        for (Reading reading : all) {
            try {
                reading.end(failure);
            } catch (RuntimeException e) {
                // The first failure is told to everybody; one of who is told adds nothing to it.
            }
        }
    }

    /** {@return what was to be read and is not any more; nothing more comes once this is closed} */
    private List<Reading> left() {
        lock.lock();
        try {
            List<Reading> left = List.copyOf(coming);
            coming.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether to go on} */
    private boolean takeIn(Selector selector, Set<Reading> all, Set<Reading> ready) {
        lock.lock();
        try {
            for (Reading next = coming.poll(); next != null; next = coming.poll()) {
                try {
                    next.polling.channel().register(selector, SelectionKey.OP_READ, next);
                } catch (ClosedChannelException e) {
                    // Reading it tells so.
                }
                // Its first pieces may have come together with the head of the answer.
                all.add(next);
                ready.add(next);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether there may be more at once} */
    @SuppressWarnings("ReferenceEquality") // A piece of the engine's may be as empty as none.
    private static boolean takeFrom(Reading reading, Selector selector, Set<Reading> all) {
        try {
            for (int i = 0; i < TURN; i++) {
                Frame frame = reading.polling.poll();
                if (frame == null) {
                    forget(reading, selector, all);
                    reading.end(null);
                    return false;
                } else if (frame == Frame.NONE) {
                    return false;
                }
                reading.reader.take(frame);
            }
            return true;
        } catch (RuntimeException e) {
            forget(reading, selector, all);
            reading.end(e);
            return false;
        }
    }

    private static void forget(Reading reading, Selector selector, Set<Reading> all) {
        all.remove(reading);
        SelectionKey key = reading.polling.channel().keyFor(selector);
        if (key != null) {
            key.cancel();
        }
    }

    @Override
    public void close() {
        Set<FrameStream> open;
        lock.lock();
        try {
            closed = true;
            open = new HashSet<>(waited);
            if (selector != null) {
                selector.wakeup();
            }
        } finally {
            lock.unlock();
        }
        open.forEach(FrameStream::close);
    }
}
