package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerState;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.start.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Watches containers of a foreground project until all have exited for good, or one exit ends it all. */
final class ExitMonitor implements AutoCloseable {
    /** How long the engine may take to tell of an exit that it has caused. */
    private static final long LAG_NANOS = 3_000_000_000L;

    private final Connection connection;
    private final Project project;
    private final Set<String> services;
    private final AttachOptions attach;
    private final LogSink sink;
    private final AttachedSession session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Target> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> over = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private @Nullable MessageStream<EngineEvent> stream;
    private boolean finished;
    private boolean aborting;
    private @Nullable Integer exitCode;
    private @Nullable RuntimeException failure;

    ExitMonitor(
            Connection connection,
            Project project,
            Set<String> services,
            AttachOptions attach,
            LogSink sink,
            AttachedSession session) {
        this.connection = connection;
        this.project = project;
        this.services = services;
        this.attach = attach;
        this.sink = sink;
        this.session = session;
    }

    /** Begins to watch, before anything is started. */
    void begin(List<Target> targets) {
        for (Target target : targets) {
            known.put(target.id(), target);
            if (services.contains(target.service())) {
                running.add(target.id());
            }
        }
        Filters filters = Filters.label(Labels.PROJECT, project.name())
                .andLabel(Labels.ONE_OFF, Labels.NO)
                .and("type", "container")
                .and("event", "die")
                .and("event", "start")
                .and("event", "create");
        MessageStream<EngineEvent> opened = connection.engine().events(filters, null, null);
        stream = opened;
        connection.workers().execute(() -> watch(opened));
    }

    private void watch(MessageStream<EngineEvent> events) {
        try {
            for (EngineEvent event = events.next(); event != null; event = events.next()) {
                on(event);
            }
        } catch (EngineException e) {
            end(isFinished() ? null : e);
        } finally {
            finish();
        }
    }

    private void on(EngineEvent event) {
        Target target = known.computeIfAbsent(event.id(), id -> target(event));
        if (event.action().equals("create")) {
            created.add(event.id());
        }
        if (!project.services().containsKey(target.service())) {
            return;
        }
        switch (event.action()) {
            case "die" -> {
                // An engine may tell of one end twice: of a container that was stopped as soon as it started.
                if (over.add(event.id())) {
                    ends.put(event.id(), event.time());
                    died(event, target);
                }
            }
            case "start" -> {
                over.remove(event.id());
                add(target);
                session.followFrom(
                        target,
                        ends.getOrDefault(event.id(), created.contains(event.id()) ? Instant.EPOCH : event.time()));
            }
            default -> {
                String replaced = event.attributes().get(Labels.REPLACE);
                if (replaced != null) {
                    sink.status(new ContainerEvent(
                            ContainerEvent.Type.RECREATED,
                            session.source(target).source(),
                            target.service(),
                            target.name(),
                            replaced,
                            0,
                            false));
                }
            }
        }
    }

    private static Target target(EngineEvent event) {
        Map<String, String> attributes = event.attributes();
        String number = attributes.getOrDefault(Labels.CONTAINER_NUMBER, "");
        return new Target(
                event.id(),
                attributes.getOrDefault("name", event.id()),
                attributes.getOrDefault(Labels.SERVICE, ""),
                number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0,
                true);
    }

    private void add(Target target) {
        lock.lock();
        try {
            if (services.contains(target.service())) {
                running.add(target.id());
            }
        } finally {
            lock.unlock();
        }
    }

    private void died(EngineEvent event, Target target) {
        Optional<ContainerState> state =
                connection.engine().containers().find(target.id()).map(ContainerDetails::state);
        boolean restarting = state.filter(s -> s.status() == ContainerStatus.RESTARTING
                        || s.status() == ContainerStatus.RUNNING
                        || endedLater(s, event))
                .isPresent();
        int code = code(event, state);
        session.awaitLastWords(target.id());
        sink.status(session.source(target).event(ContainerEvent.Type.EXITED, code, restarting));
        if (!restarting) {
            exited(target, code);
        }
    }

    /** {@return whether the container has run and ended again since this event, of which more events will tell} */
    private static boolean endedLater(ContainerState state, EngineEvent event) {
        return state.finishedAt()
                .filter(end -> end.isAfter(event.time().plusMillis(1)))
                .isPresent();
    }

    private static int code(EngineEvent event, Optional<ContainerState> state) {
        String told = event.attributes().getOrDefault("exitCode", "");
        return told.matches("-?[0-9]{1,9}")
                ? Integer.parseInt(told)
                : state.map(ContainerState::exitCode).orElse(0);
    }

    private void exited(Target target, int code) {
        boolean abort = false;
        lock.lock();
        try {
            running.remove(target.id());
            boolean monitored = services.contains(target.service());
            boolean causes = monitored
                    && switch (attach.abortOn()) {
                        case NOTHING -> false;
                        case EXIT -> true;
                        case FAILURE -> code != 0;
                    };
            String from = attach.exitCodeFrom();
            if (from != null && from.equals(target.service()) && exitCode == null) {
                exitCode = code;
            } else if (from == null && causes && exitCode == null) {
                exitCode = code;
            }
            abort = causes && !aborting;
            aborting |= abort;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (abort) {
            try {
                connection.workers().execute(this::abort);
            } catch (RejectedExecutionException e) {
                // That was the last container, and the connection is closed already.
                finish();
            }
        }
    }

    private void abort() {
        connection.events().warn("Aborting on container exit...");
        try {
            session.stop();
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void end(@Nullable RuntimeException cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = cause;
            }
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFinished() {
        lock.lock();
        try {
            return finished;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait after a stop: once the exits that it caused have been told, or soon. */
    void finishAfterStop() {
        lock.lock();
        try {
            long left = LAG_NANOS;
            while (!finished && !running.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        finish();
    }

    /** Ends the wait, whatever still runs. */
    void finish() {
        end(null);
    }

    /** {@return the exit code when all have exited or the wait was ended} */
    int await() {
        lock.lock();
        try {
            while (!finished && !running.isEmpty()) {
                changed.await();
            }
            if (failure != null) {
                throw failure;
            }
            return exitCode == null ? 0 : exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        finish();
        MessageStream<EngineEvent> open = stream;
        if (open != null) {
            open.close();
        }
    }
}
