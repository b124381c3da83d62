package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.embed.PublishedHost;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.start.Diagnosis;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An environment that a connection brought up. */
final class LiveEnvironment implements Environment {
    private static final int SNAPSHOT_LINES = 50;

    private final Compose compose;
    private final Connection connection;
    private final Project project;
    private final @Nullable String host;
    private final Consumer<LiveEnvironment> end;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param host on which ports are reached; null to find it out when a port is asked for
     * @param end takes it down
     */
    LiveEnvironment(
            Compose compose,
            Connection connection,
            Project project,
            @Nullable String host,
            Consumer<LiveEnvironment> end) {
        this.compose = compose;
        this.connection = connection;
        this.project = project;
        this.host = host;
        this.end = end;
    }

    Compose compose() {
        return compose;
    }

    Engine engine() {
        return connection.engine();
    }

    String host() {
        return host == null ? PublishedHost.of(connection.engine()) : host;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public List<ContainerInfo> containers() {
        return compose.ps(project, PsOptions.builder().all(true).build()).stream()
                .filter(container -> !container.oneOff())
                .toList();
    }

    @Override
    public ServiceHandle service(String name) {
        if (!project.services().containsKey(name)) {
            throw new ComposeException("no such service: \"" + name + "\"; project \"" + project.name() + "\" has "
                    + String.join(", ", new TreeSet<>(project.services().keySet())));
        }
        return new LiveService(this, name, 0);
    }

    @Override
    public FollowedLogs followLogs(LogSink sink) {
        LogsOptions options = LogsOptions.builder().follow(true).build();
        return LiveLogs.start(gate -> compose.logs(name(), options, gate), sink);
    }

    @Override
    public void await(Duration timeout, WaitFor... conditions) {
        await(timeout, System.nanoTime() + timeout.toNanos(), List.of(conditions));
    }

    void await(Duration timeout, long deadline, List<WaitFor> conditions) {
        new EnvironmentWaits(connection, this).await(timeout, deadline, conditions);
    }

    @Override
    public Snapshot snapshot() {
        Diagnosis diagnosis = new Diagnosis(engine(), SNAPSHOT_LINES);
        return new Snapshot(
                name(),
                containers().stream()
                        .map(c -> new Snapshot.Entry(
                                c,
                                engine().containers()
                                        .find(c.id())
                                        .map(diagnosis::of)
                                        .orElse("")))
                        .toList());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end.accept(this);
        }
    }

    @Override
    public String toString() {
        return "environment " + name();
    }
}
