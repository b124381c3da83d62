package io.github.jcompose.runtime.stats;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What all containers use, whenever that has changed: each item is the latest of every container, by name. What
 * nobody has read is replaced by what is newer.
 */
public final class StatsFeed implements Feed<List<ContainerStats>> {
    /** Samples of several containers that come within this time are told together. */
    private static final long TOGETHER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Engine engine;
    private final Workers workers;
    private final StatsSampler sampler;
    private final MessageStream<EngineEvent> events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, ContainerStats> latest = new TreeMap<>();
    private final Map<String, MessageStream<JsonObject>> open = new HashMap<>();
    private final Set<String> sampled = new HashSet<>();
    private long told = System.nanoTime() - TOGETHER_NANOS;
    private boolean news = true;
    private boolean closed;
    private @Nullable RuntimeException failure;

    StatsFeed(Engine engine, Workers workers, StatsSampler sampler) {
        this.engine = engine;
        this.workers = workers;
        this.sampler = sampler;
        // Before the list, so that no container falls between the two.
        this.events = engine.events(sampler.filter().and("type", "container"), null, null);
        try {
            refresh();
            workers.execute(this::watch);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first item comes at once, without figures.
     */
    @Override
    public @Nullable List<ContainerStats> next() {
        lock.lock();
        try {
            while (!closed && failure == null) {
                long left = TOGETHER_NANOS - (System.nanoTime() - told);
                if (news && left <= 0) {
                    break;
                } else if (news) {
                    changed.awaitNanos(left);
                } else {
                    changed.await();
                }
            }
            if (failure != null) {
                throw failure;
            }
            if (closed) {
                return null;
            }
            news = false;
            told = System.nanoTime();
            return new ArrayList<>(latest.values());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while waiting for statistics", e);
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            for (EngineEvent event = events.next(); event != null; event = events.next()) {
                switch (event.action()) {
                    case "create", "start", "stop", "destroy", "rename" -> refresh();
                    case "die" -> ended(event.id());
                    default -> {
                        // Nothing that changes which containers there are.
                    }
                }
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Makes the list that of the engine: new containers are sampled, those that are gone are forgotten. */
    private void refresh() {
        List<ContainerSummary> containers = sampler.containers();
        List<ContainerSummary> fresh = new ArrayList<>();
        lock.lock();
        try {
            Set<String> names = new HashSet<>();
            containers.forEach(container -> names.add(container.name()));
            latest.keySet().retainAll(names);
            for (ContainerSummary container : containers) {
                latest.computeIfAbsent(container.name(), name -> StatsSampler.stats(container, null));
                String state = container.status().word();
                if ((state.equals("running") || state.equals("paused")) && sampled.add(container.id())) {
                    fresh.add(container);
                }
            }
            tell();
        } finally {
            lock.unlock();
        }
        fresh.forEach(container -> workers.execute(() -> sample(container)));
    }

    /** Not by the list, where a container may run for some time after it is told that it has ended. */
    private void ended(String id) {
        lock.lock();
        try {
            latest.values().removeIf(stats -> stats.id().equals(id) && !sampler.showsStopped());
            latest.replaceAll((name, stats) -> stats.id().equals(id)
                    ? new ContainerStats(name, id, stats.service(), stats.number(), null)
                    : stats);
            tell();
        } finally {
            lock.unlock();
        }
    }

    private void sample(ContainerSummary container) {
        try (MessageStream<JsonObject> samples = engine.containers().stats(container.id(), true)) {
            if (opened(container, samples)) {
                for (JsonObject sample = samples.next(); sample != null; sample = samples.next()) {
                    take(StatsSampler.stats(container, sample));
                }
            }
        } catch (EngineException e) {
            // The events tell whether the container or the engine has ended.
        } finally {
            lock.lock();
            try {
                open.remove(container.id());
                sampled.remove(container.id());
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean opened(ContainerSummary container, MessageStream<JsonObject> samples) {
        lock.lock();
        try {
            open.put(container.id(), samples);
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void take(ContainerStats stats) {
        lock.lock();
        try {
            // The engine goes on with empty samples when a container has ended.
            boolean wanted = stats.usage() != null || sampler.showsStopped();
            if (wanted && latest.replace(stats.container(), stats) != null) {
                tell();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        news = true;
        changed.signalAll();
    }

    private void fail(RuntimeException e) {
        lock.lock();
        try {
            if (!closed && !(e instanceof RejectedExecutionException)) {
                failure = e;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<MessageStream<JsonObject>> streams;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            streams = List.copyOf(open.values());
        } finally {
            lock.unlock();
        }
        events.close();
        streams.forEach(MessageStream::close);
    }
}
