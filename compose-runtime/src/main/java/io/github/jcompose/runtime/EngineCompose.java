package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.inspect.ContainerProcesses;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.ImageInfo;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import io.github.jcompose.runtime.inspect.ServiceExit;
import io.github.jcompose.runtime.inspect.VolumeInfo;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.query.ContainerImages;
import io.github.jcompose.runtime.query.Processes;
import io.github.jcompose.runtime.query.ProjectVolumes;
import io.github.jcompose.runtime.session.ContainerAttachOptions;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.swarm.Stacks;
import io.github.jcompose.runtime.swarm.stack.EngineStacks;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands each operation to the class that does it. */
final class EngineCompose implements Compose {
    private final Connection connection;
    private final Listing listing;
    private final @Nullable Connection behind;
    private final Inspection inspection;
    private final Images images;
    private final Openings openings;

    EngineCompose(Connection connection) {
        this(connection, null);
    }

    private EngineCompose(Connection connection, @Nullable Connection behind) {
        this.connection = connection;
        this.listing = new Listing(connection);
        this.behind = behind;
        this.inspection = new Inspection(connection);
        this.images = new Images(connection);
        this.openings = new Openings(this, connection);
    }

    @Override
    public Environment up(Project project, UpOptions options) {
        Converge converge = new Converge(connection, project, options);
        connection.events().during("up", () -> {
            converge.create();
            if (!options.noStart()) {
                converge.start(target -> {}, options, line -> {});
            }
        });
        return new LiveEnvironment(
                this, connection, NormalProject.of(project), null, e -> down(project, DownOptions.defaults()));
    }

    @Override
    public Environment open(Project project, EnvironmentOptions options) {
        return openings.open(project, options);
    }

    @Override
    public Set<String> removeAbandoned() {
        return openings.removeAbandoned();
    }

    @Override
    public AttachedUp upAttached(Project project, UpOptions options, AttachOptions attach, LogSink sink) {
        Converge converge = new Converge(connection, project, options);
        connection.events().during("up", converge::create);
        return new AttachedSession(connection, converge, options, attach, sink);
    }

    @Override
    public Plan plan(Project project, UpOptions options) {
        return new Converge(connection, project, options).plan();
    }

    @Override
    public Plan plan(Project project, DownOptions options) {
        return new Down(connection, NormalProject.of(project), options).plan();
    }

    @Override
    public Plan plan(String projectName, DownOptions options) {
        Project project = listing.wholeProject(projectName);
        List<String> known = listing.known(project, options.services());
        if (known.isEmpty() && !options.services().isEmpty()) {
            return new Plan(List.of(), List.of());
        }
        return plan(project, options.toBuilder().services(known).build());
    }

    @Override
    public Compose dryRun(String projectName) {
        return new EngineCompose(connection.pretending(projectName), connection);
    }

    @Override
    public void create(Project project, UpOptions options) {
        connection.events().during("create", () -> new Converge(connection, project, options).create());
    }

    @Override
    public void scale(Project project, Map<String, Integer> replicas, boolean noDependencies) {
        UpOptions options = UpOptions.builder()
                .services(List.copyOf(replicas.keySet()))
                .scale(replicas)
                .noDependencies(noDependencies)
                .buildMode(BuildMode.NEVER)
                .ignoreOrphans(true)
                .build();
        Converge converge = new Converge(connection, project, options);
        connection.events().during("scale", () -> {
            converge.create();
            converge.start(target -> {}, options, line -> {});
        });
    }

    @Override
    public void start(Project project, StartOptions options) {
        Lifecycle lifecycle = Lifecycle.of(connection, project, options.services());
        connection.events().during("start", () -> lifecycle.start(options));
    }

    @Override
    public void start(String projectName, StartOptions options) {
        start(listing.project(projectName, options.services()), options);
    }

    @Override
    public void stop(Project project, StopOptions options) {
        Lifecycle lifecycle = Lifecycle.of(connection, project, options.services());
        connection.events().during("stop", () -> lifecycle.stop(options.timeout()));
    }

    @Override
    public void stop(String projectName, StopOptions options) {
        Project project = listing.project(projectName, List.of());
        List<String> known = listing.known(project, options.services());
        if (!known.isEmpty() || options.services().isEmpty()) {
            stop(project, options.toBuilder().services(known).build());
        }
    }

    @Override
    public void restart(Project project, RestartOptions options) {
        Lifecycle lifecycle = Lifecycle.of(connection, project, options.services());
        connection.events().during("restart", () -> lifecycle.restart(options));
    }

    @Override
    public void restart(String projectName, RestartOptions options) {
        restart(listing.project(projectName, options.services()), options);
    }

    @Override
    public void kill(Project project, KillOptions options) {
        Lifecycle lifecycle = Lifecycle.of(connection, project, options.services());
        connection.events().during("kill", () -> lifecycle.kill(options));
    }

    @Override
    public void kill(String projectName, KillOptions options) {
        kill(listing.project(projectName, options.services()), options);
    }

    @Override
    public void remove(Project project, RemoveOptions options) {
        Lifecycle lifecycle = Lifecycle.of(connection, project, options.services());
        connection.events().during("rm", () -> {
            if (options.stop()) {
                lifecycle.stop(null);
            }
            lifecycle.remove(options.volumes());
        });
    }

    @Override
    public void remove(String projectName, RemoveOptions options) {
        remove(listing.project(projectName, options.services()), options);
    }

    @Override
    public void down(Project project, DownOptions options) {
        Down down = new Down(connection, NormalProject.of(project), options);
        connection.events().during("down", down::run);
    }

    @Override
    public void down(String projectName, DownOptions options) {
        Project project = listing.wholeProject(projectName);
        List<String> known = listing.known(project, options.services());
        if (known.isEmpty() && !options.services().isEmpty()) {
            return;
        }
        down(project, options.toBuilder().services(known).build());
    }

    @Override
    public void pause(String projectName, List<String> services) {
        Lifecycle lifecycle = Lifecycle.of(connection, listing.project(projectName, services), services);
        connection.events().during("pause", lifecycle::pause);
    }

    @Override
    public void unpause(String projectName, List<String> services) {
        Lifecycle lifecycle = Lifecycle.of(connection, listing.project(projectName, services), services);
        connection.events().during("unpause", lifecycle::unpause);
    }

    @Override
    public void pull(Project project, PullOptions options) {
        images.pull(project, options);
    }

    @Override
    public List<String> build(Project project, BuildOptions options) {
        return images.build(project, options);
    }

    @Override
    public List<ContainerInfo> ps(Project project, PsOptions options) {
        Selection.requireKnown(project, options.services());
        return listing.ps(project, options);
    }

    @Override
    public List<ContainerInfo> ps(String projectName, PsOptions options) {
        return listing.ps(Project.builder().name(projectName).build(), options);
    }

    @Override
    public void logs(Project project, LogsOptions options, LogSink sink) {
        Selection.requireKnown(project, options.services());
        new Logs(connection, project, options, sink).run(true);
    }

    @Override
    public void logs(String projectName, LogsOptions options, LogSink sink) {
        new Logs(connection, Project.builder().name(projectName).build(), options, sink).run(false);
    }

    @Override
    public int exec(Project project, ExecOptions options, Streams streams) {
        return new Interactive(connection).exec(project, options, streams);
    }

    @Override
    public int exec(String projectName, ExecOptions options, Streams streams) {
        return new Interactive(connection).exec(projectName, options, streams);
    }

    @Override
    public void execDetached(Project project, ExecOptions options) {
        new Interactive(connection).execDetached(project, options);
    }

    @Override
    public void execDetached(String projectName, ExecOptions options) {
        new Interactive(connection).execDetached(projectName, options);
    }

    @Override
    public int run(Project project, RunOptions options, Streams streams) {
        return new OneOffRun(connection, project, options).inFront(streams);
    }

    @Override
    public String runDetached(Project project, RunOptions options) {
        return new OneOffRun(connection, project, options).inBackground();
    }

    @Override
    public int attach(Project project, ContainerAttachOptions options, Streams streams) {
        return new Interactive(connection).attach(project, options, streams);
    }

    @Override
    public int attach(String projectName, ContainerAttachOptions options, Streams streams) {
        return new Interactive(connection).attach(projectName, options, streams);
    }

    @Override
    public List<ContainerProcesses> top(String projectName, List<String> services) {
        return Processes.list(connection.engine(), connection.workers(), projectName, services);
    }

    @Override
    public PublishedAddress port(String projectName, String service, int index, int port, String protocol) {
        return inspection.port(projectName, service, index, port, protocol);
    }

    @Override
    public List<ImageInfo> images(String projectName, List<String> services) {
        return ContainerImages.list(connection.engine(), connection.workers(), projectName, services);
    }

    @Override
    public List<VolumeInfo> volumes(String projectName, List<String> services) {
        return ProjectVolumes.list(connection.engine(), projectName, services);
    }

    @Override
    public Feed<ServiceEvent> events(String projectName, EventsOptions options) {
        return inspection.events(projectName, options);
    }

    @Override
    public List<ContainerStats> stats(String projectName, StatsOptions options) {
        return inspection.stats(projectName, options).once();
    }

    @Override
    public Feed<List<ContainerStats>> watchStats(String projectName, StatsOptions options) {
        return inspection.stats(projectName, options).live();
    }

    @Override
    public List<ServiceExit> awaitExit(Project project, WaitOptions options, Consumer<ServiceExit> listener) {
        List<ServiceExit> exits = inspection.awaitExit(project.name(), options, listener);
        if (options.down()) {
            down(project, DownOptions.defaults());
        }
        return exits;
    }

    @Override
    public List<ServiceExit> awaitExit(String projectName, WaitOptions options, Consumer<ServiceExit> listener) {
        List<ServiceExit> exits = inspection.awaitExit(projectName, options, listener);
        if (options.down()) {
            down(projectName, DownOptions.defaults());
        }
        return exits;
    }

    @Override
    public void copyInto(String projectName, CopyOptions options, Path source, String destination) {
        connection
                .events()
                .during("copy", () -> inspection.copy(projectName, options).into(source, destination));
    }

    @Override
    public void copyInto(String projectName, CopyOptions options, InputStream tar, String destination) {
        connection
                .events()
                .during("copy", () -> inspection.copy(projectName, options).into(tar, destination));
    }

    @Override
    public void copyFrom(String projectName, CopyOptions options, String source, Path destination) {
        connection
                .events()
                .during("copy", () -> inspection.copy(projectName, options).from(source, destination));
    }

    @Override
    public void copyFrom(String projectName, CopyOptions options, String source, OutputStream tar) {
        connection
                .events()
                .during("copy", () -> inspection.copy(projectName, options).from(source, tar));
    }

    @Override
    public String commit(String projectName, CommitOptions options) {
        return inspection.commit(projectName, options);
    }

    @Override
    public void export(String projectName, String service, int index, OutputStream tar) {
        inspection.export(projectName, service, index, tar);
    }

    @Override
    public void push(Project project, PushOptions options) {
        images.push(project, options);
    }

    @Override
    public String publish(Project project, PublishOptions options, Publisher publisher) {
        return images.publish(project, options, publisher);
    }

    @Override
    public List<ProjectInfo> projects(boolean all) {
        return listing.projects(all);
    }

    @Override
    public Project pinImages(Project project) {
        return images.pinned(project);
    }

    @Override
    public EngineDescription engine() {
        return connection.describe();
    }

    @Override
    public Stacks stacks() {
        return new EngineStacks(
                connection.engine(),
                connection.workers(),
                connection.events(),
                connection::credentials,
                connection.clock());
    }

    @Override
    public void close() {
        openings.close();
        connection.close();
        if (behind != null) {
            behind.close();
        }
    }
}
