package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Gives the logs of containers, now or as they grow, across restarts. */
public final class LogFollower {
    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final Names names;
    private final LogRequest request;
    private final LogSink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<String, FrameStream> open = new HashMap<>();
    private int active;
    private boolean closed;
    private @Nullable RuntimeException failure;

    /** Gives logs to that sink. */
    public LogFollower(Engine engine, Workers workers, Events events, Names names, LogRequest request, LogSink sink) {
        this.engine = engine;
        this.workers = workers;
        this.events = events;
        this.names = names;
        this.request = request;
        this.sink = new SerialSink(sink);
    }

    /** Gives the logs of the containers up to now. */
    public void read(List<LogSource> sources) {
        workers.forEach(sources, source -> copy(source, request.options()));
    }

    /** Gives the logs of the containers, and of others that start meanwhile, until all have exited. */
    public void follow(List<LogSource> sources) {
        if (sources.isEmpty()) {
            return;
        }
        Filters filters = Filters.label(Labels.PROJECT, request.project())
                .andLabel(Labels.ONE_OFF, Labels.NO)
                .and("type", "container")
                .and("event", "start");
        try (MessageStream<EngineEvent> starts = engine.events(filters, null, null)) {
            sources.forEach(source -> begin(source, request.options()));
            workers.execute(() -> watch(starts));
            awaitEnd();
        } finally {
            close();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void watch(MessageStream<EngineEvent> starts) {
        try {
            for (EngineEvent event = starts.next(); event != null; event = starts.next()) {
                Map<String, String> attributes = event.attributes();
                String service = attributes.getOrDefault(Labels.SERVICE, "");
                if (request.wants(service) && !isActive(event.id())) {
                    LogSource source = LogSource.of(
                            names,
                            event.id(),
                            attributes.getOrDefault("name", ""),
                            service,
                            attributes.getOrDefault(Labels.CONTAINER_NUMBER, "0"));
                    begin(source, request.options().since(event.time()));
                }
            }
        } catch (EngineException e) {
            // What is followed goes on; containers that start from now on are missed.
        }
    }

    private boolean isActive(String id) {
        lock.lock();
        try {
            return open.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    private void begin(LogSource source, LogOptions options) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            active++;
        } finally {
            lock.unlock();
        }
        workers.execute(() -> {
            try {
                Optional<LogOptions> next = Optional.of(options);
                while (next.isPresent()) {
                    copy(source, next.get());
                    next = restarted(source);
                }
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                finish();
            }
        });
    }

    /** {@return how to read on if the container runs again; empty if it has come to its end} */
    private Optional<LogOptions> restarted(LogSource source) {
        if (isClosed()) {
            return Optional.empty();
        }
        return engine.containers()
                .find(source.id())
                .map(ContainerDetails::state)
                .filter(state -> state.status() == ContainerStatus.RUNNING)
                .flatMap(state -> state.startedAt())
                .map(started -> request.options().since(started));
    }

    private void copy(LogSource source, LogOptions options) {
        Optional<ContainerDetails> container = engine.containers().find(source.id());
        if (container.isEmpty()) {
            return;
        }
        try (FrameStream stream =
                engine.containers().logs(source.id(), container.get().tty(), options)) {
            if (register(source.id(), stream)) {
                new OutputReader(source, sink, options.timestamps(), null).read(stream);
            }
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            if (!isClosed() && engine.containers().find(source.id()).isPresent()) {
                events.warn("Can't retrieve logs for \"" + source.source() + "\": " + e.getMessage());
            }
        } finally {
            unregister(source.id());
        }
    }

    private boolean register(String id, FrameStream stream) {
        lock.lock();
        try {
            open.put(id, stream);
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void unregister(String id) {
        lock.lock();
        try {
            open.remove(id);
        } finally {
            lock.unlock();
        }
    }

    private void fail(RuntimeException e) {
        lock.lock();
        try {
            if (!closed && failure == null) {
                failure = e;
            }
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            active--;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd() {
        lock.lock();
        try {
            while (active > 0) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void close() {
        List<FrameStream> streams;
        lock.lock();
        try {
            closed = true;
            streams = List.copyOf(open.values());
        } finally {
            lock.unlock();
        }
        streams.forEach(FrameStream::close);
    }
}
