package io.github.jcompose.runtime.engine.grpc;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How much the other side takes at the moment: of all streams together, and of each. */
final class Windows {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Long> ofStreams = new HashMap<>();
    private long ofAll;
    private long initial;
    private @Nullable IOException ended;

    Windows(int initial) {
        this.ofAll = initial;
        this.initial = initial;
    }

    /**
     * {@return how much may be sent, at most what is wanted; waits until it is something; negative if the other side
     * takes nothing more of the stream}
     *
     * @throws IOException if the connection is lost or the thread interrupted
     */
    int take(int stream, int wanted) throws IOException {
        lock.lock();
        try {
            while (true) {
                if (ended != null) {
                    throw new IOException(ended.getMessage(), ended);
                }
                long left = ofStreams.getOrDefault(stream, initial);
                if (left == Long.MIN_VALUE) {
                    return -1;
                }
                int size = (int) Math.min(wanted, Math.min(ofAll, left));
                if (size > 0 || wanted == 0) {
                    ofAll -= size;
                    ofStreams.put(stream, left - size);
                    return size;
                }
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } finally {
            lock.unlock();
        }
    }

    /** The other side takes more. */
    void add(int stream, int more) {
        lock.lock();
        try {
            if (stream == 0) {
                ofAll += more;
            } else if (ofStreams.getOrDefault(stream, initial) != Long.MIN_VALUE) {
                ofStreams.merge(stream, initial + more, (left, sum) -> left + more);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The other side has said how much it takes of each stream at first. */
    void initial(int size) {
        lock.lock();
        try {
            long difference = size - initial;
            initial = size;
            ofStreams.replaceAll((stream, left) -> left == Long.MIN_VALUE ? left : left + difference);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The other side takes nothing more of the stream. */
    void refuse(int stream) {
        lock.lock();
        try {
            ofStreams.put(stream, Long.MIN_VALUE);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void forget(int stream) {
        lock.lock();
        try {
            ofStreams.remove(stream);
        } finally {
            lock.unlock();
        }
    }

    void end(IOException why) {
        lock.lock();
        try {
            ended = ended == null ? why : ended;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
