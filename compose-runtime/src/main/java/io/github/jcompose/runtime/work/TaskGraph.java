package io.github.jcompose.runtime.work;

import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of which some wait for others. Each starts as soon as those before it are done. After a failure no
 * task starts any more, those that run go on to their end, and the first failure is thrown.
 */
public final class TaskGraph {
    private record Task(Runnable work, boolean brief, List<Integer> after, Set<Integer> open) {}

    private final List<Task> tasks = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Thread> running = new HashSet<>();
    private int active;
    private boolean stopping;
    private @Nullable Throwable failure;

    /**
     * {@return the number of a new task}
     *
     * @param after the numbers of the tasks to wait for
     */
    public int add(Runnable work, Collection<Integer> after) {
        return add(work, false, after);
    }

    /**
     * {@return the number of a new task, which is as {@link Workers#executeBriefly} wants it}
     *
     * @param after the numbers of the tasks to wait for
     */
    public int addBrief(Runnable work, Collection<Integer> after) {
        return add(work, true, after);
    }

    private int add(Runnable work, boolean brief, Collection<Integer> after) {
        tasks.add(new Task(work, brief, List.copyOf(after), new HashSet<>(after)));
        return tasks.size() - 1;
    }

    /**
     * Does all tasks. Called once.
     *
     * @throws EngineInterruptedException if the thread is interrupted; the tasks that ran have ended
     */
    public void run(Workers workers) {
        boolean interrupted = false;
        lock.lock();
        try {
            for (int i = 0; i < tasks.size(); i++) {
                if (tasks.get(i).open.isEmpty()) {
                    start(workers, i);
                }
            }
            while (active > 0) {
                try {
                    changed.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopping = true;
                    running.forEach(Thread::interrupt);
                }
            }
        } finally {
            lock.unlock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", failure);
        }
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void start(Workers workers, int number) {
        active++;
        try {
            Once once = new Once(workers, number);
            if (tasks.get(number).brief) {
                workers.executeBriefly(once);
            } else {
                workers.execute(once);
            }
        } catch (RejectedExecutionException e) {
            active--;
            stopping = true;
            failure = new EngineInterruptedException("the connection was closed", e);
        }
    }

    /** One task. */
    private final class Once implements Runnable {
        private final Workers workers;
        private final int number;

        Once(Workers workers, int number) {
            this.workers = workers;
            this.number = number;
        }

        @Override
        public void run() {
            Throwable thrown = null;
            try {
                if (begins()) {
                    tasks.get(number).work.run();
                }
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            ended(workers, number, thrown);
        }
    }

    private boolean begins() {
        lock.lock();
        try {
            running.add(Thread.currentThread());
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    private void ended(Workers workers, int number, @Nullable Throwable thrown) {
        lock.lock();
        try {
            active--;
            if (running.remove(Thread.currentThread())) {
                // An interrupt was meant for the task; the thread goes on to others.
                Thread.interrupted();
            }
            if (thrown != null) {
                stopping = true;
                if (failure == null) {
                    failure = thrown;
                }
            }
            for (int i = 0; i < tasks.size(); i++) {
                Task task = tasks.get(i);
                if (task.open.remove(number) && task.open.isEmpty() && !stopping) {
                    start(workers, i);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
