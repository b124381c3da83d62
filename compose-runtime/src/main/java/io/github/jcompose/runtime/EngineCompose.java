package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.build.BuildRequest;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.images.ImageRequest;
import io.github.jcompose.runtime.images.ProjectImages;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands each operation to the class that does it. */
final class EngineCompose implements Compose {
    private final Connection connection;
    private final Listing listing;

    EngineCompose(Connection connection) {
        this.connection = connection;
        this.listing = new Listing(connection);
    }

    @Override
    public Environment up(Project project, UpOptions options) {
        Converge converge = new Converge(connection, project, options);
        connection.events().during("up", () -> {
            converge.create();
            if (!options.noStart()) {
                converge.start(target -> {}, options);
            }
        });
        return new RunningEnvironment(this, project, ps(project, PsOptions.defaults()));
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
            converge.start(target -> {}, options);
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
        Project normal = NormalProject.of(project);
        List<String> services = options.services();
        Project chosen = services.isEmpty()
                ? normal
                : options.dependencies()
                        ? Selection.withDependencies(normal, services)
                        : Selection.alone(normal, services);
        ImageRequest request = new ImageRequest(chosen, options.policy(), options.quiet(), connection::credentials);
        ProjectImages images =
                new ProjectImages(connection.engine(), connection.workers(), connection.events(), connection.clock());
        connection
                .events()
                .during("pull", () -> images.pull(request, options.ignoreFailures(), options.ignoreBuildable()));
    }

    @Override
    public List<String> build(Project project, BuildOptions options) {
        Project normal = NormalProject.of(project);
        Project chosen = options.services().isEmpty() || options.dependencies()
                ? Selection.withDependencies(normal, options.services())
                : Selection.alone(normal, options.services());
        BuildRequest request = new BuildRequest(options.noCache(), options.pull(), options.args(), options.quiet());
        Set<String> built = connection
                .events()
                .during(
                        "build",
                        () -> connection
                                .builds()
                                .build(chosen, chosen.services().keySet(), request));
        return List.copyOf(built);
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
    public List<ProjectInfo> projects(boolean all) {
        return listing.projects(all);
    }

    @Override
    public void close() {
        connection.close();
    }
}
