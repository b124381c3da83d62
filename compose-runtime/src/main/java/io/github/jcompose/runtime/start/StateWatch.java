package io.github.jcompose.runtime.start;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineTimeoutException;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.work.Workers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits for containers to get into a state: whenever the engine tells of something, the container is looked at
 * again. Should the engine's events break off, it is looked at every now and then.
 */
public final class StateWatch implements AutoCloseable {
    private static final long SAFETY_MILLIS = 2_000;
    private static final long WITHOUT_EVENTS_MILLIS = 300;

    private final Engine engine;
    private final MessageStream<EngineEvent> stream;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Map<String, Integer> news = new HashMap<>();
    private boolean ended;
    private boolean cancelled;

    /** Begins to listen for the containers of that project. */
    public StateWatch(Engine engine, Workers workers, String project) {
        this.engine = engine;
        stream = engine.events(Filters.label(Labels.PROJECT, project).and("type", "container"), null, null);
        workers.execute(this::read);
    }

    private void read() {
        try {
            for (EngineEvent event = stream.next(); event != null; event = stream.next()) {
                // The probes of health checks are events too; only what comes of them matters.
                if (!event.action().startsWith("exec_")) {
                    tell(event.id());
                }
            }
        } catch (EngineException e) {
            // Without events the safety net does.
        } finally {
            lock.lock();
            try {
                ended = true;
                told.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void tell(String id) {
        lock.lock();
        try {
            news.merge(id, 1, Integer::sum);
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the check of a container gives a value.
     *
     * @param check looks at the container, empty if it is gone; gives null to wait on
     * @param every how long to wait at most without news before the next look
     * @param deadline in {@link System#nanoTime()}; null for none
     * @throws EngineTimeoutException at the deadline
     */
    <T> T await(
            String id,
            Function<Optional<ContainerDetails>, @Nullable T> check,
            Duration every,
            @Nullable Long deadline) {
        while (true) {
            int seen = newsOf(id);
            T result = check.apply(engine.containers().find(id));
            if (result != null) {
                return result;
            }
            awaitNews(id, seen, every, deadline);
        }
    }

    /** {@return how much was told of all containers so far} */
    public int news() {
        lock.lock();
        try {
            return news.values().stream().mapToInt(Integer::intValue).sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until more is told of any container.
     *
     * @param seen what {@link #news()} was
     * @param nanos for how long at most
     */
    public void awaitNews(int seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0
                    && news.values().stream().mapToInt(Integer::intValue).sum() == seen) {
                left = told.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private int newsOf(String id) {
        lock.lock();
        try {
            return news.getOrDefault(id, 0);
        } finally {
            lock.unlock();
        }
    }

    private void awaitNews(String id, int seen, Duration every, @Nullable Long deadline) {
        lock.lock();
        try {
            long left = Math.min(
                    every.toNanos(), TimeUnit.MILLISECONDS.toNanos(ended ? WITHOUT_EVENTS_MILLIS : SAFETY_MILLIS));
            if (deadline != null) {
                long until = deadline - System.nanoTime();
                if (until <= 0) {
                    throw new EngineTimeoutException("timeout waiting for dependencies", null);
                }
                left = Math.min(left, until);
            }
            while (left > 0 && !cancelled && news.getOrDefault(id, 0) == seen) {
                left = told.awaitNanos(left);
            }
            if (cancelled) {
                throw new EngineInterruptedException("stopped while waiting for dependencies", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits. */
    void cancel() {
        lock.lock();
        try {
            cancelled = true;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static @Nullable Long deadline(@Nullable Duration timeout) {
        return timeout == null ? null : System.nanoTime() + timeout.toNanos();
    }

    @Override
    public void close() {
        stream.close();
    }
}
