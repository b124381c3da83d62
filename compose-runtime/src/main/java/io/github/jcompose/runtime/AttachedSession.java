package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.logs.LogSource;
import io.github.jcompose.runtime.logs.OutputLoop;
import io.github.jcompose.runtime.logs.OutputReader;
import io.github.jcompose.runtime.logs.SerialSink;
import io.github.jcompose.runtime.logs.Unseen;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.start.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Starts containers that were created, shows their output and sees to their end. */
final class AttachedSession implements AttachedUp {
    private static final long LAST_WORDS_MILLIS = 2_000;

    private final Connection connection;
    private final Engine engine;
    private final Converge converge;
    private final UpOptions options;
    private final AttachOptions attach;
    private final LogSink sink;
    private final Names names;
    private final Set<String> attached;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CountDownLatch> readers = new HashMap<>();
    private final Map<String, FrameStream> streams = new HashMap<>();
    private final Map<String, Unseen> unseen = new HashMap<>();
    private final OutputLoop outputs;
    private final ExitMonitor monitor;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean awaited;
    private volatile boolean stopping;
    private boolean closed;

    AttachedSession(Connection connection, Converge converge, UpOptions options, AttachOptions attach, LogSink sink) {
        this.connection = connection;
        this.engine = connection.engine();
        this.converge = converge;
        this.options = options;
        this.attach = attach;
        this.sink = new SerialSink(sink);
        this.names = Names.of(converge.project());
        this.attached = attachedServices(converge.project());
        this.outputs = new OutputLoop(connection.workers());
        Set<String> monitored = options.services().isEmpty() ? attached : Set.copyOf(options.services());
        String exitCodeFrom = attach.exitCodeFrom();
        if (exitCodeFrom != null && !converge.project().services().containsKey(exitCodeFrom)) {
            throw new ComposeException("no such service: " + exitCodeFrom);
        }
        this.monitor = new ExitMonitor(connection, converge.project(), monitored, attach, this.sink, this);
    }

    private Set<String> attachedServices(Project project) {
        Set<String> chosen = new LinkedHashSet<>();
        if (!attach.services().isEmpty()) {
            chosen.addAll(attach.services());
        } else {
            for (Map.Entry<String, Service> entry : project.services().entrySet()) {
                boolean named =
                        options.services().isEmpty() || options.services().contains(entry.getKey());
                if ((named || attach.dependencies())
                        && !Boolean.FALSE.equals(entry.getValue().attach())) {
                    chosen.add(entry.getKey());
                }
            }
        }
        for (String service : chosen) {
            if (!project.services().containsKey(service)) {
                throw new ComposeException("cannot attach to service " + service + ": it is not brought up");
            }
        }
        attach.excluded().forEach(chosen::remove);
        return chosen;
    }

    @Override
    public List<String> sources() {
        return converge.targets().stream()
                .filter(t -> attached.contains(t.service()))
                .sorted(Comparator.comparing(Target::name))
                .map(t -> names.source(t.name()))
                .toList();
    }

    @Override
    public int await() {
        awaited = true;
        try {
            monitor.begin(converge.targets());
            start();
            return monitor.await();
        } finally {
            close();
        }
    }

    private void start() {
        try {
            converge.targets().stream().filter(Target::running).forEach(this::attach);
            converge.start(this::attach, options.toBuilder().awaitHealthy(false).build(), sink);
        } catch (EngineInterruptedException e) {
            // Who stops while containers are being started waits for the exits, not for an error.
            if (!stopping || Thread.currentThread().isInterrupted()) {
                throw e;
            }
        } finally {
            started.countDown();
        }
    }

    private void attach(Target target) {
        if (!attached.contains(target.service())) {
            return;
        }
        LogSource source = source(target);
        boolean tty =
                engine.containers().find(target.id()).map(ContainerDetails::tty).orElse(false);
        try {
            read(
                    source,
                    engine.containers()
                            .attach(target.id(), io.github.jcompose.runtime.engine.AttachOptions.output(tty)),
                    sink,
                    false);
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            connection.events().warn("cannot attach to " + target.name() + ": " + e.getMessage());
        }
    }

    LogSource source(Target target) {
        return LogSource.of(names, target.id(), target.name(), target.service(), String.valueOf(target.number()));
    }

    /** Reads the log of a container from that time on, unless its output is being read. */
    void followFrom(Target target, Instant since) {
        if (!attached.contains(target.service()) || isReading(target.id())) {
            return;
        }
        try {
            ContainerDetails container = engine.containers().find(target.id()).orElse(null);
            if (container != null) {
                LogOptions wanted = LogOptions.all().following().since(since);
                boolean timed = !container.tty();
                read(
                        source(target),
                        engine.containers().logs(target.id(), container.tty(), timed ? wanted.timestamped() : wanted),
                        timed ? unseen(target.id()) : sink,
                        timed);
            }
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            connection.events().warn("Can't retrieve logs for \"" + target.name() + "\": " + e.getMessage());
        }
    }

    private boolean isReading(String id) {
        lock.lock();
        try {
            return streams.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    private Unseen unseen(String id) {
        lock.lock();
        try {
            Unseen lines = unseen.computeIfAbsent(id, k -> new Unseen(sink, attach.timestamps()));
            lines.begin();
            return lines;
        } finally {
            lock.unlock();
        }
    }

    private void read(LogSource source, FrameStream stream, LogSink target, boolean timed) {
        CountDownLatch done = new CountDownLatch(1);
        lock.lock();
        try {
            if (closed) {
                stream.close();
                return;
            }
            streams.put(source.id(), stream);
            readers.put(source.id(), done);
        } finally {
            lock.unlock();
        }
        Clock arrival = attach.timestamps() ? connection.clock() : null;
        outputs.read(stream, new OutputReader(source, target, timed, arrival), failure -> {
            if (failure instanceof EngineException && !isClosed()) {
                connection.events().warn("the output of " + source.container() + " broke off: " + failure.getMessage());
            }
            lock.lock();
            try {
                streams.remove(source.id(), stream);
            } finally {
                lock.unlock();
            }
            done.countDown();
        });
    }

    /** Waits a moment for the last lines of a container that has exited. */
    void awaitLastWords(String id) {
        CountDownLatch done;
        lock.lock();
        try {
            done = readers.get(id);
        } finally {
            lock.unlock();
        }
        if (done != null) {
            try {
                boolean ended = done.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
                if (!ended) {
                    // Its output is held open by a process that outlived it; the exit is told all the same.
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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

    /** {@return the project for which a stop or a kill is meant: the named services; all if none was named} */
    private Lifecycle lifecycle() {
        return Lifecycle.of(connection, converge.project(), options.services());
    }

    @Override
    public void stop() {
        endStart();
        connection.events().during("stop", () -> lifecycle().stop(options.timeout()));
        monitor.finishAfterStop();
    }

    @Override
    public void kill() {
        endStart();
        connection.events().during("kill", () -> lifecycle().kill(KillOptions.defaults()));
        monitor.finishAfterStop();
    }

    /** A container in the middle of its start is not stopped by a stop. */
    private void endStart() {
        stopping = true;
        converge.cancelStart();
        if (!awaited) {
            return;
        }
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        }
    }

    @Override
    public void detach() {
        monitor.finish();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        outputs.close();
        monitor.close();
    }
}
