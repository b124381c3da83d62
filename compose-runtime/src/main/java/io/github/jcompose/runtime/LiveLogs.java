package io.github.jcompose.runtime;

import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Follows logs in a thread of its own. */
final class LiveLogs implements FollowedLogs {
    private final ReentrantLock lock = new ReentrantLock();
    private final LogSink sink;
    private final Thread thread;
    private boolean closed;

    private LiveLogs(Consumer<LogSink> logs, LogSink sink) {
        this.sink = sink;
        this.thread = new Thread(() -> follow(logs), "jcompose-logs");
        thread.setDaemon(true);
    }

    static LiveLogs start(Consumer<LogSink> logs, LogSink sink) {
        LiveLogs live = new LiveLogs(logs, sink);
        live.thread.start();
        return live;
    }

    private void follow(Consumer<LogSink> logs) {
        try {
            logs.accept(new Gate());
        } catch (EngineException e) {
            // The connection is closed, or this is.
        }
    }

    @Override
    public boolean isActive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    /** Lets nothing pass once it is closed. The sink may close it itself. */
    private final class Gate implements LogSink {
        @Override
        public void line(LogLine line) {
            pass(() -> sink.line(line));
        }

        @Override
        public void status(ContainerEvent event) {
            pass(() -> sink.status(event));
        }

        private void pass(Runnable call) {
            lock.lock();
            try {
                if (!closed) {
                    call.run();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
