package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Knows which containers are followed, which of them are between two runs, and when all is over. */
final class Followed {
    /** How long a container that somebody has stopped may take to start again. */
    private static final long RESTART_NANOS = 3_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> resting = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, Instant> again = new HashMap<>();
    private final Set<String> killed = new HashSet<>();
    private final Set<String> lingering = new HashSet<>();
    private boolean deaf;
    private boolean closed;
    private int active;
    private @Nullable RuntimeException failure;

    /** {@return whether a container may be read; it counts as followed then} */
    boolean begin(String id) {
        lock.lock();
        try {
            if (!closed && followed.add(id)) {
                active++;
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Who was killed may be on the way to a restart. */
    void killed(String id) {
        lock.lock();
        try {
            killed.add(id);
        } finally {
            lock.unlock();
        }
    }

    /** Who was removed does not come back. */
    void destroyed(String id) {
        lock.lock();
        try {
            lingering.remove(id);
            killed.remove(id);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether nobody reads the container, since it was to come back} */
    boolean died(String id, Instant end) {
        lock.lock();
        try {
            ends.put(id, end);
            return resting.contains(id);
        } finally {
            lock.unlock();
        }
    }

    /** The container will not come back after all. */
    void staysAway(String id) {
        lock.lock();
        try {
            if (resting.remove(id)) {
                finish(id);
            }
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether to read it now; if not, whoever reads it will go on with the new run} */
    boolean started(String id) {
        lock.lock();
        try {
            Instant end = ends.get(id);
            killed.remove(id);
            lingering.remove(id);
            if (resting.remove(id) || !followed.contains(id)) {
                return true;
            }
            // Several runs may have begun before anyone gets to read the first of them.
            again.putIfAbsent(id, end == null ? Instant.EPOCH : end);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** {@return when the last run ended; null if none has} */
    @Nullable
    Instant lastEnd(String id) {
        lock.lock();
        try {
            return ends.get(id);
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return from when on to read the run that has begun meanwhile; null if none has}
     *
     * @param comesBack whether the engine will tell of one more start; until then nobody reads, and nothing ends
     */
    @Nullable
    Instant next(String id, boolean comesBack) {
        lock.lock();
        try {
            Instant end = closed ? null : again.remove(id);
            if (end == null && comesBack && !deaf && !closed) {
                resting.add(id);
            } else if (end == null) {
                finish(id);
            }
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** The container is not followed any more. */
    void finish(String id) {
        lock.lock();
        try {
            followed.remove(id);
            active--;
            if (killed.contains(id)) {
                lingering.add(id);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No start will be told of any more. */
    void becomeDeaf() {
        lock.lock();
        try {
            deaf = true;
            active -= resting.size();
            resting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the first failure, to be thrown in the end. */
    void fail(RuntimeException e) {
        lock.lock();
        try {
            if (!closed && failure == null) {
                failure = e;
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is followed.
     *
     * @throws RuntimeException the first failure
     */
    void awaitEnd() {
        lock.lock();
        try {
            long left = RESTART_NANOS;
            while (active > 0 || (left > 0 && !deaf && !lingering.isEmpty())) {
                if (active > 0) {
                    changed.await();
                    left = RESTART_NANOS;
                } else {
                    left = changed.awaitNanos(left);
                }
            }
            if (failure != null) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
