package io.github.jcompose.runtime.work;

import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Threads for one connection. A thread that only waits costs no place among those that use the engine: only
 * {@link #limited} counts.
 */
public final class Workers implements AutoCloseable {
    private static final int DEFAULT_PARALLEL = 12;

    /** How long a thread waits for more to do. */
    private static final long IDLE_SECONDS = 5;

    private final ExecutorService pool;
    private final Semaphore places;
    private final Lanes brief;

    /**
     * @param parallel how many may use the engine at once; 0 for the default
     */
    public Workers(int parallel) {
        AtomicInteger count = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "jcompose-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        int limit = parallel > 0 ? parallel : DEFAULT_PARALLEL;
        places = new Semaphore(limit);
        brief = new Lanes(this, limit);
    }

    /** Does something in a thread of its own. */
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /**
     * {@return the answer of something that is done to its end even if the calling thread is interrupted, which stays so}
     */
    public <T> T whole(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, pool).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * Does something that uses the engine for a moment and waits for nothing else, so that it needs no thread before others
     * have done as much.
     */
    public void executeBriefly(Runnable task) {
        brief.execute(task);
    }

    /** Does something that uses the engine for a moment, when there is a place. */
    public <T> T limited(Supplier<T> work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Does something that uses the engine for a moment, when there is a place. */
    public void limited(Runnable work) {
        limited(() -> {
            work.run();
            return true;
        });
    }

    /** Does something with each item, all at the same time; the first failure is thrown when all have ended. */
    public <T> void forEach(Collection<T> items, Consumer<T> work) {
        if (items.size() == 1) {
            items.forEach(work);
            return;
        }
        TaskGraph graph = new TaskGraph();
        items.forEach(item -> graph.add(() -> work.accept(item), List.of()));
        graph.run(this);
    }

    /** The same for work that is as {@link #executeBriefly} wants it; not to be called by such work. */
    public <T> void forEachBriefly(Collection<T> items, Consumer<T> work) {
        if (items.size() == 1) {
            items.forEach(work);
            return;
        }
        TaskGraph graph = new TaskGraph();
        items.forEach(item -> graph.addBrief(() -> work.accept(item), List.of()));
        graph.run(this);
    }

    /** Does something with each item, so many at the same time. */
    public <T> void forEach(Collection<T> items, int atOnce, Consumer<T> work) {
        Queue<T> left = new ConcurrentLinkedQueue<>(items);
        forEach(Collections.nCopies(Math.min(items.size(), atOnce), left), queue -> {
            try {
                for (T item = queue.poll(); item != null; item = queue.poll()) {
                    work.accept(item);
                }
            } finally {
                queue.clear();
            }
        });
    }

    /** Interrupts what runs and ends all threads. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
