package io.github.jcompose.runtime.work;

import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Passes events to a listener, one at a time. */
public final class Events {
    private final ComposeListener listener;
    private final ReentrantLock lock = new ReentrantLock();

    /** Passes events to that listener. */
    public Events(ComposeListener listener) {
        this.listener = listener;
    }

    /** Passes an event on. */
    public void emit(ComposeEvent event) {
        lock.lock();
        try {
            listener.on(event);
        } finally {
            lock.unlock();
        }
    }

    /** Tells of work on a resource. */
    public void working(ResourceKind kind, String name, String text) {
        emit(Progress.of(kind, name, Status.WORKING, text));
    }

    /** Tells that the work on a resource is done. */
    public void done(ResourceKind kind, String name, String text) {
        emit(Progress.of(kind, name, Status.DONE, text));
    }

    /** Tells of something odd about a resource. */
    public void warning(ResourceKind kind, String name, String text) {
        emit(Progress.of(kind, name, Status.WARNING, text));
    }

    /** Tells that the work on a resource failed. */
    public void error(ResourceKind kind, String name, RuntimeException cause) {
        String message = cause.getMessage();
        emit(Progress.of(kind, name, Status.ERROR, "Error").withDetails(message == null ? cause.toString() : message));
    }

    /** Tells of something odd that belongs to no resource. */
    public void warn(String message) {
        emit(new ComposeEvent.Warning(message));
    }

    /** Does an operation between the events of its beginning and its end. */
    public <T> T during(String operation, Supplier<T> work) {
        emit(new ComposeEvent.OperationStarted(operation));
        boolean failed = true;
        try {
            T result = work.get();
            failed = false;
            return result;
        } finally {
            emit(new ComposeEvent.OperationFinished(operation, failed));
        }
    }

    /** Does an operation between the events of its beginning and its end. */
    public void during(String operation, Runnable work) {
        during(operation, () -> {
            work.run();
            return true;
        });
    }
}
