package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerState;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Lanes;
import io.github.jcompose.runtime.work.Workers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the logs of containers, now or as they grow, across restarts. The log of each run is read from the end of the
 * run before, since a container may have written before the engine tells of its start. A log that breaks off while its
 * container runs is taken up again.
 */
public final class LogFollower {
    /** How many logs are opened, or read to their end, at once. */
    private static final int AT_ONCE = 8;

    /** How often in succession a log may break off without a new line. */
    private static final int PATIENCE = 3;

    private final Engine engine;
    private final Workers workers;
    private final Lanes lanes;
    private final Events events;
    private final Names names;
    private final LogRequest request;
    private final LogSink sink;
    private final Followed followed = new Followed();
    private final Map<String, Unseen> unseen = new ConcurrentHashMap<>();

    /** Gives logs to that sink. */
    public LogFollower(Engine engine, Workers workers, Events events, Names names, LogRequest request, LogSink sink) {
        this.engine = engine;
        this.workers = workers;
        this.lanes = new Lanes(workers, AT_ONCE);
        this.events = events;
        this.names = names;
        this.request = request;
        this.sink = new SerialSink(sink);
    }

    /** Gives the logs of the containers up to now. */
    public void read(List<LogSource> sources) {
        workers.forEach(sources, AT_ONCE, this::read);
    }

    private void read(LogSource source) {
        ContainerDetails container = engine.containers().find(source.id()).orElse(null);
        if (container == null) {
            return;
        }
        LogOptions options = request.options();
        try (FrameStream stream = engine.containers().logs(source.id(), container.tty(), options)) {
            new OutputReader(source, sink, options.timestamps(), null).read(stream);
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            if (engine.containers().find(source.id()).isPresent()) {
                warn(source, e.getMessage());
            }
        }
    }

    /** Gives the logs of the containers, and of others that start meanwhile, until all have exited. */
    public void follow(List<LogSource> sources) {
        if (sources.isEmpty()) {
            return;
        }
        try (FollowedEvents told = new FollowedEvents(engine, request.project());
                OutputLoop loop = new OutputLoop(workers)) {
            sources.forEach(source -> begin(loop, source, request.options()));
            workers.execute(() -> {
                try {
                    told.listen(event -> hear(loop, event));
                } finally {
                    followed.becomeDeaf();
                }
            });
            followed.awaitEnd();
        } finally {
            followed.close();
        }
    }

    private void hear(OutputLoop loop, EngineEvent event) {
        switch (event.action()) {
            case "die" -> {
                if (followed.died(event.id(), event.time()) && !comesBack(event.id(), event.time())) {
                    followed.staysAway(event.id());
                }
            }
            case "start" -> started(loop, event);
            case "kill" -> followed.killed(event.id());
            default -> followed.destroyed(event.id());
        }
    }

    private void started(OutputLoop loop, EngineEvent event) {
        Map<String, String> attributes = event.attributes();
        String service = attributes.getOrDefault(Labels.SERVICE, "");
        if (!request.wants(service) || !followed.started(event.id())) {
            return;
        }
        LogSource source = LogSource.of(
                names,
                event.id(),
                attributes.getOrDefault("name", ""),
                service,
                attributes.getOrDefault(Labels.CONTAINER_NUMBER, "0"));
        begin(loop, source, since(followed.lastEnd(event.id())));
    }

    private LogOptions since(@Nullable Instant time) {
        // All that was written since then is new, however many lines of the past are wanted.
        return time == null ? request.options() : request.options().since(time).tail(-1);
    }

    private void begin(OutputLoop loop, LogSource source, LogOptions options) {
        if (followed.begin(source.id())) {
            soon(source, () -> open(loop, source, options, 0));
        }
    }

    private void soon(LogSource source, Runnable work) {
        try {
            lanes.execute(() -> guarded(source, work));
        } catch (RejectedExecutionException e) {
            // The connection is closed, which the work notices; whoever waits for the end must hear of it.
            guarded(source, work);
        }
    }

    private void guarded(LogSource source, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            followed.fail(e);
            followed.finish(source.id());
        }
    }

    /** Opens the log of a container, and leaves the reading to the loop. */
    private void open(OutputLoop loop, LogSource source, LogOptions options, int attempt) {
        ContainerDetails container = engine.containers().find(source.id()).orElse(null);
        if (container == null) {
            afterRun(loop, source, false);
            return;
        }
        boolean tty = container.tty();
        // Where one reading ends and the next begins, only the times tell what is new. A terminal's log has none that
        // can be told from its output.
        Unseen lines = tty ? null : unseen(source.id());
        boolean timed = options.timestamps() || !tty;
        try {
            FrameStream stream = engine.containers().logs(source.id(), tty, timed ? options.timestamped() : options);
            Reading reading = new Reading(
                    source, lines, container.state().startedAt(), lines == null ? null : lines.newest(), attempt);
            OutputReader reader = new OutputReader(source, lines == null ? sink : lines, timed, null);
            loop.read(stream, reader, failure -> soon(source, () -> ended(loop, reading, failure)));
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineConnectionLostException e) {
            if (attempt + 1 < PATIENCE) {
                open(loop, source, options, attempt + 1);
            } else {
                warn(source, e.getMessage());
                followed.finish(source.id());
            }
        } catch (EngineException e) {
            warn(source, e.getMessage());
            afterRun(
                    loop,
                    source,
                    comesBack(source.id(), container.state().startedAt().orElse(Instant.EPOCH)));
        }
    }

    private Unseen unseen(String id) {
        Unseen lines = unseen.computeIfAbsent(
                id, k -> new Unseen(sink, request.options().timestamps()));
        lines.begin();
        return lines;
    }

    private void ended(OutputLoop loop, Reading reading, @Nullable RuntimeException failure) {
        LogSource source = reading.source();
        if (followed.isClosed()) {
            followed.finish(source.id());
            return;
        } else if (failure != null && !(failure instanceof EngineException)) {
            throw failure;
        }
        ContainerDetails container = engine.containers().find(source.id()).orElse(null);
        if (container != null
                && reading.brokeOff(container.state())
                && request.options().until() == null) {
            int attempt = reading.gotOn() ? 0 : reading.attempt() + 1;
            if (attempt < PATIENCE) {
                open(loop, source, since(reading.newest()), attempt);
                return;
            }
            warn(source, failure == null ? "it ends while the container runs" : failure.getMessage());
            followed.finish(source.id());
            return;
        } else if (container != null && failure != null) {
            warn(source, failure.getMessage());
        }
        afterRun(
                loop,
                source,
                container != null
                        && comesBack(container.state(), reading.startedAt().orElse(Instant.EPOCH)));
    }

    /** Goes on with the run that has begun meanwhile, or waits for it. */
    private void afterRun(OutputLoop loop, LogSource source, boolean comesBack) {
        Instant end = followed.next(source.id(), comesBack && request.options().until() == null);
        if (end != null) {
            open(loop, source, since(end), 0);
        }
    }

    private boolean comesBack(String id, Instant known) {
        return !followed.isClosed()
                && engine.containers()
                        .find(id)
                        .filter(container -> comesBack(container.state(), known))
                        .isPresent();
    }

    /** A run since the one that is known may even be over; its start has been told of, or is about to be. */
    private static boolean comesBack(ContainerState state, Instant known) {
        return state.status() == ContainerStatus.RUNNING
                || state.status() == ContainerStatus.RESTARTING
                || state.startedAt().orElse(known).isAfter(known);
    }

    private void warn(LogSource source, @Nullable String why) {
        events.warn("Can't retrieve logs for \"" + source.source() + "\": " + why);
    }

    /**
     * One opening of a log.
     *
     * @param lines null with a terminal
     * @param startedAt of the run that was read
     * @param before the time of the newest line before it
     * @param attempt how often it was opened without any line since
     */
    private record Reading(
            LogSource source,
            @Nullable Unseen lines,
            Optional<Instant> startedAt,
            @Nullable Instant before,
            int attempt) {
        /** {@return whether the run goes on that was read} */
        boolean brokeOff(ContainerState now) {
            return lines != null
                    && now.status() == ContainerStatus.RUNNING
                    && now.startedAt().equals(startedAt);
        }

        @Nullable
        Instant newest() {
            return lines == null ? null : lines.newest();
        }

        boolean gotOn() {
            return !Objects.equals(newest(), before);
        }
    }
}
