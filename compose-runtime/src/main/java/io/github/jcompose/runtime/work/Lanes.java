package io.github.jcompose.runtime.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Does tasks in the threads of a connection, a few at once; the others wait their turn without a thread. */
public final class Lanes implements Executor {
    private final Workers workers;
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int busy;

    /**
     * @param limit how many tasks are done at once
     */
    public Lanes(Workers workers, int limit) {
        this.workers = workers;
        this.limit = limit;
    }

    @Override
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (busy == limit) {
                waiting.add(task);
                return;
            }
            busy++;
        } finally {
            lock.unlock();
        }
        try {
            workers.execute(() -> {
                for (Runnable next = task; next != null; next = following()) {
                    next.run();
                }
            });
        } catch (RejectedExecutionException e) {
            lock.lock();
            try {
                busy--;
            } finally {
                lock.unlock();
            }
            throw e;
        }
    }

    private @Nullable Runnable following() {
        lock.lock();
        try {
            Runnable next = waiting.poll();
            if (next == null) {
                busy--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
