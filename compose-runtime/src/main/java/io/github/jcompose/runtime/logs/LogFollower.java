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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the logs of containers, now or as they grow, across restarts. The log of each run is read from the end of the
 * run before, since a container may have written before the engine tells of its start.
 */
public final class LogFollower {
    /** How long a container that somebody has stopped may take to start again. */
    private static final long RESTART_NANOS = 3_000_000_000L;

    private final Engine engine;
    private final Workers workers;
    private final Events events;
    private final Names names;
    private final LogRequest request;
    private final LogSink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<String, FrameStream> open = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Set<String> resting = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, Instant> again = new HashMap<>();
    private final Map<String, Unseen> unseen = new HashMap<>();
    private final Set<String> killed = new HashSet<>();
    private final Set<String> lingering = new HashSet<>();
    private boolean deaf;
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
                .and("event", "start")
                .and("event", "die")
                .and("event", "kill")
                .and("event", "destroy");
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

    private void watch(MessageStream<EngineEvent> events) {
        try {
            for (EngineEvent event = events.next(); event != null; event = events.next()) {
                switch (event.action()) {
                    case "die" -> died(event);
                    case "start" -> started(event);
                    default -> toldOf(event);
                }
            }
        } catch (EngineException e) {
            // What is followed goes on; containers that start from now on are missed.
        } finally {
            becomeDeaf();
        }
    }

    /** Who was killed may be on the way to a restart, unless it is removed. */
    private void toldOf(EngineEvent event) {
        lock.lock();
        try {
            if (event.action().equals("kill")) {
                killed.add(event.id());
            } else {
                lingering.remove(event.id());
                killed.remove(event.id());
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void died(EngineEvent event) {
        lock.lock();
        try {
            ends.put(event.id(), event.time());
            if (!resting.contains(event.id())) {
                return;
            }
        } finally {
            lock.unlock();
        }
        if (!comesBack(event.id())) {
            lock.lock();
            try {
                if (resting.remove(event.id())) {
                    finish(event.id());
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void started(EngineEvent event) {
        Map<String, String> attributes = event.attributes();
        String service = attributes.getOrDefault(Labels.SERVICE, "");
        if (!request.wants(service)) {
            return;
        }
        Instant end;
        lock.lock();
        try {
            end = ends.get(event.id());
            killed.remove(event.id());
            lingering.remove(event.id());
            if (!resting.remove(event.id()) && followed.contains(event.id())) {
                if (end != null) {
                    again.put(event.id(), end);
                }
                return;
            }
        } finally {
            lock.unlock();
        }
        LogSource source = LogSource.of(
                names,
                event.id(),
                attributes.getOrDefault("name", ""),
                service,
                attributes.getOrDefault(Labels.CONTAINER_NUMBER, "0"));
        begin(source, end == null ? request.options() : request.options().since(end));
    }

    private void becomeDeaf() {
        lock.lock();
        try {
            deaf = true;
            active -= resting.size();
            resting.clear();
            ended.signalAll();
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
            if (followed.add(source.id())) {
                active++;
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
        workers.execute(() -> {
            try {
                Optional<LogOptions> next = Optional.of(options);
                while (next.isPresent()) {
                    copy(source, next.get());
                    next = next(source.id(), comesBack(source.id()));
                }
            } catch (RuntimeException e) {
                fail(e);
                finish(source.id());
            }
        });
    }

    private boolean comesBack(String id) {
        return !isClosed()
                && engine.containers()
                        .find(id)
                        .map(container -> container.state().status())
                        .filter(s -> s == ContainerStatus.RUNNING || s == ContainerStatus.RESTARTING)
                        .isPresent();
    }

    /**
     * {@return how to read the run that has begun meanwhile; empty if none has}
     *
     * @param comesBack whether the engine will tell of one more start; until then nobody reads, and nothing ends
     */
    private Optional<LogOptions> next(String id, boolean comesBack) {
        lock.lock();
        try {
            Instant end = closed ? null : again.remove(id);
            if (end != null) {
                return Optional.of(request.options().since(end));
            }
            if (comesBack && !deaf && !closed) {
                resting.add(id);
            } else {
                finish(id);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void copy(LogSource source, LogOptions options) {
        Optional<ContainerDetails> container = engine.containers().find(source.id());
        if (container.isEmpty()) {
            return;
        }
        boolean tty = container.get().tty();
        // Where one reading ends and the next begins, only the times tell what is new. A terminal's log has none that
        // can be told from its output.
        boolean timed = options.timestamps() || (options.follow() && !tty);
        LogSink target = timed && options.follow() ? unseen(source.id()) : sink;
        LogOptions wanted = timed ? options.timestamped() : options;
        try (FrameStream stream = engine.containers().logs(source.id(), tty, wanted)) {
            if (register(source.id(), stream)) {
                new OutputReader(source, target, timed, null).read(stream);
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

    private Unseen unseen(String id) {
        lock.lock();
        try {
            Unseen lines = unseen.computeIfAbsent(
                    id, k -> new Unseen(sink, request.options().timestamps()));
            lines.begin();
            return lines;
        } finally {
            lock.unlock();
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

    private void finish(String id) {
        lock.lock();
        try {
            followed.remove(id);
            active--;
            if (killed.contains(id)) {
                lingering.add(id);
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd() {
        lock.lock();
        try {
            long left = RESTART_NANOS;
            while (active > 0 || (left > 0 && !deaf && !lingering.isEmpty())) {
                if (active > 0) {
                    ended.await();
                    left = RESTART_NANOS;
                } else {
                    left = ended.awaitNanos(left);
                }
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
