package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps connections for the next request, and knows all of them so that it can close them. */
final class ConnectionPool implements Closeable {
    private static final int MAX_IDLE = 8;

    private final Dialer dialer;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean closed;

    ConnectionPool(Dialer dialer, Duration limit) {
        this.dialer = dialer;
        this.limit = limit;
    }

    /** {@return an idle connection; null if there is none that still works} */
    @Nullable
    Connection reuse() {
        for (Connection idle = pollIdle(); idle != null; idle = pollIdle()) {
            if (!idle.isStale()) {
                return idle;
            }
            discard(idle);
        }
        return null;
    }

    private @Nullable Connection pollIdle() {
        lock.lock();
        try {
            return idle.pollLast();
        } finally {
            lock.unlock();
        }
    }

    /** {@return a new connection} */
    Connection dial() throws IOException {
        Wire wire = dialer.dial(limit);
        Connection connection;
        try {
            connection = new Connection(wire);
        } catch (IOException e) {
            wire.close();
            throw e;
        }
        lock.lock();
        try {
            if (!closed) {
                open.add(connection);
                return connection;
            }
        } finally {
            lock.unlock();
        }
        connection.close();
        throw new PoolClosed();
    }

    /** Takes a connection back that can serve another request. */
    void release(Connection connection) {
        lock.lock();
        try {
            if (!closed && idle.size() < MAX_IDLE) {
                idle.addLast(connection);
                return;
            }
        } finally {
            lock.unlock();
        }
        discard(connection);
    }

    /** Closes a connection that cannot serve another request. */
    void discard(Connection connection) {
        lock.lock();
        try {
            open.remove(connection);
        } finally {
            lock.unlock();
        }
        connection.close();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<Connection> all;
        lock.lock();
        try {
            closed = true;
            all = List.copyOf(open);
            open.clear();
            idle.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(Connection::close);
    }

    /** Nobody may connect any more. */
    static final class PoolClosed extends IOException {
        private static final long serialVersionUID = 1L;

        PoolClosed() {
            super("it has been closed");
        }
    }
}
