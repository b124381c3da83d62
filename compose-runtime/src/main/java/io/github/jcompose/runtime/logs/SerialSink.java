package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time through to a sink; the others wait, and so do the containers they read from. */
public final class SerialSink implements LogSink {
    private final LogSink sink;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guards that sink. */
    public SerialSink(LogSink sink) {
        this.sink = sink;
    }

    @Override
    public void line(LogLine line) {
        lock.lock();
        try {
            sink.line(line);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void status(ContainerEvent event) {
        lock.lock();
        try {
            sink.status(event);
        } finally {
            lock.unlock();
        }
    }
}
