package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
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
import io.github.jcompose.runtime.session.ContainerAttachOptions;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.ExecResult;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.swarm.Stacks;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs projects on an engine. Thread-safe: operations on different projects do not know of each other.
 *
 * <p>Every operation throws a {@link ComposeException} that says what is wrong in words for a user. An
 * interrupt of the calling thread ends an operation the same way, leaving a state from which it can be
 * repeated; the thread stays interrupted.
 */
public interface Compose extends AutoCloseable {
    /**
     * {@return a connection to the engine that the docker command would use}
     *
     * @throws ComposeException if no engine answers
     */
    static Compose connect() {
        return connect(ConnectOptions.defaults());
    }

    /**
     * {@return a connection to the engine that the options choose}
     *
     * @throws ComposeException if no engine answers there
     */
    static Compose connect(ConnectOptions options) {
        return new EngineCompose(Connection.open(options));
    }

    /**
     * Creates what is missing, replaces what differs, and starts it in the order of dependencies.
     *
     * @return the running project
     * @throws ComposeException if the engine refuses or a dependency fails
     */
    Environment up(Project project, UpOptions options);

    /**
     * Brings up a project for the time that a program or a test needs it; see {@link EnvironmentOptions}. Closing this
     * connection closes the environments that were to be cleaned up, too.
     *
     * @return the running project
     * @throws EnvironmentException if it does not come up in time; nothing is left then of one with a random name or
     *     that was to be cleaned up
     */
    Environment open(Project project, EnvironmentOptions options);

    /**
     * Removes what environments of processes that have died left on the engine, see {@link
     * EnvironmentOptions#cleanUp()}; {@link #open} does so by itself.
     *
     * @return the names of their projects, sorted
     * @throws ComposeException if the engine refuses
     */
    Set<String> removeAbandoned();

    /**
     * Creates what is missing and replaces what differs, to be started and followed by the caller.
     *
     * @param sink takes the output of the containers
     * @throws ComposeException if the engine refuses
     */
    AttachedUp upAttached(Project project, UpOptions options, AttachOptions attach, LogSink sink);

    /** {@return what {@link #up} would do, without doing it; images that are missing count as they are} */
    Plan plan(Project project, UpOptions options);

    /** {@return what {@link #down(Project, DownOptions)} would do, without doing it} */
    Plan plan(Project project, DownOptions options);

    /** {@return what {@link #down(String, DownOptions)} would do, without doing it} */
    Plan plan(String projectName, DownOptions options);

    /**
     * {@return what tells of everything as this does, and changes nothing: it begins with what the engine holds now
     * and then only pretends}
     *
     * <p>It takes this connection over: closing it closes this one.
     *
     * @param projectName of the only project whose containers it knows
     */
    Compose dryRun(String projectName);

    /**
     * Creates what is missing and replaces what differs, and starts nothing.
     *
     * @throws ComposeException if the engine refuses
     */
    void create(Project project, UpOptions options);

    /**
     * Changes how many containers services have.
     *
     * @throws ComposeException if the engine refuses
     */
    void scale(Project project, Map<String, Integer> replicas, boolean noDependencies);

    /**
     * Starts containers that exist, in the order of dependencies.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void start(Project project, StartOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void start(String projectName, StartOptions options);

    /**
     * Stops containers, dependents first.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void stop(Project project, StopOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void stop(String projectName, StopOptions options);

    /**
     * Restarts containers.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void restart(Project project, RestartOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void restart(String projectName, RestartOptions options);

    /**
     * Sends a signal to containers.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void kill(Project project, KillOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void kill(String projectName, KillOptions options);

    /**
     * Removes stopped containers.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void remove(Project project, RemoveOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void remove(String projectName, RemoveOptions options);

    /**
     * Stops and removes containers and networks.
     *
     * @throws ComposeException if the engine refuses or a service is unknown
     */
    void down(Project project, DownOptions options);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    void down(String projectName, DownOptions options);

    /** Freezes the running containers of the services; of all if none is given. */
    void pause(String projectName, List<String> services);

    /** Lets paused containers of the services go on; of all if none is given. */
    void unpause(String projectName, List<String> services);

    /**
     * Pulls images.
     *
     * @throws ComposeException if one cannot be pulled
     */
    void pull(Project project, PullOptions options);

    /**
     * Builds the images of the services that say how.
     *
     * @return the names of the images, sorted; empty if none of the services can be built
     * @throws ComposeException if a build fails, or needs what the engine's builder cannot do
     */
    List<String> build(Project project, BuildOptions options);

    /** {@return the containers of the project, sorted by name} */
    List<ContainerInfo> ps(Project project, PsOptions options);

    /** {@return the containers of the project of that name, sorted by name} */
    List<ContainerInfo> ps(String projectName, PsOptions options);

    /** Gives the log lines of containers to the sink; when following, until all have exited or the thread is interrupted. */
    void logs(Project project, LogsOptions options, LogSink sink);

    /** Gives the log lines of containers to the sink; when following, until all have exited or the thread is interrupted. */
    void logs(String projectName, LogsOptions options, LogSink sink);

    /** {@return the processes of the running containers of the services; of all if none is given} */
    List<ContainerProcesses> top(String projectName, List<String> services);

    /**
     * {@return where a port of a running container is published}
     *
     * @param index the number of the replica; 0 for the first that runs
     * @param port the port in the container
     * @param protocol tcp, udp or sctp
     * @throws ComposeException if no such container runs or the port is not published
     */
    PublishedAddress port(String projectName, String service, int index, int port, String protocol);

    /** {@return the images of the containers of the services, stopped ones too; of all if none is given} */
    List<ImageInfo> images(String projectName, List<String> services);

    /** {@return the volumes that containers of the services mount; all of the project if none is given} */
    List<VolumeInfo> volumes(String projectName, List<String> services);

    /**
     * {@return what happens to containers of the project, to be closed}
     *
     * @throws ComposeException if a time is none
     */
    Feed<ServiceEvent> events(String projectName, EventsOptions options);

    /** {@return what containers use, by name; the engine takes a second or two to tell} */
    List<ContainerStats> stats(String projectName, StatsOptions options);

    /**
     * {@return what containers use, over and over, to be closed}
     *
     * <p>Each item is the latest of every container by name, and comes when that has changed, the first one without
     * figures. Containers that start are added, those that end are left out unless all are wanted.
     */
    Feed<List<ContainerStats>> watchStats(String projectName, StatsOptions options);

    /**
     * Waits for containers to end. Of a service that has none that runs, one that has ended counts.
     *
     * @param listener hears of each end at once, on this thread
     * @return how they ended, in the order in which they did
     * @throws ComposeException if there is no container to wait for
     */
    List<ServiceExit> awaitExit(Project project, WaitOptions options, Consumer<ServiceExit> listener);

    /** Does the same for a project known by its name only: what it consists of is read from the engine. */
    List<ServiceExit> awaitExit(String projectName, WaitOptions options, Consumer<ServiceExit> listener);

    /**
     * Copies a file or folder of this machine into containers, stopped ones too, by the rules of {@code cp}: into a
     * destination that is a folder, else in place of it; with {@code .} as last name of the source, what is in the
     * folder.
     *
     * @param destination in the containers
     * @throws ComposeException if there is no such container or file, or the engine refuses
     */
    void copyInto(String projectName, CopyOptions options, Path source, String destination);

    /**
     * Unpacks an archive in a folder of containers.
     *
     * @param tar read to its end, not closed
     * @param destination a folder in the containers
     * @throws ComposeException if there is no such container or folder, or the engine refuses
     */
    void copyInto(String projectName, CopyOptions options, InputStream tar, String destination);

    /**
     * Copies a file or folder of a container to this machine, by the rules of {@code cp}. Nothing is written outside
     * the destination or through links in what is copied; owners, devices and set-user-id bits are left out.
     *
     * @param source in the container
     * @throws ComposeException if there is no such container or file, or it cannot be written
     */
    void copyFrom(String projectName, CopyOptions options, String source, Path destination);

    /**
     * Gives a file or folder of a container as a tar archive.
     *
     * @param source in the container
     * @param tar written to, not closed
     * @throws ComposeException if there is no such container or file
     */
    void copyFrom(String projectName, CopyOptions options, String source, OutputStream tar);

    /**
     * Makes an image of a container, stopped ones too.
     *
     * @return the id of the image
     * @throws ComposeException if there is no such container, or the engine refuses
     */
    String commit(String projectName, CommitOptions options);

    /**
     * Gives all files of a container, stopped ones too, as a tar archive.
     *
     * @param index the number of the replica; 0 for the first
     * @param tar written to, not closed
     * @throws ComposeException if there is no such container
     */
    void export(String projectName, String service, int index, OutputStream tar);

    /**
     * Pushes the images of the services that have both an image and a build, and the tags of the build.
     *
     * @throws ComposeException if one cannot be pushed
     */
    void push(Project project, PushOptions options);

    /**
     * Pushes the images that a project builds, with a warning for each that cannot be pushed, and then has its files
     * published. In a dry run nothing is pushed or published.
     *
     * @param publisher puts the files into a registry: {@code images -> registry.publish(name, files.withImages(images)…)}
     * @return what the publisher returns; the name in a dry run
     * @throws ComposeException if a service has no image name, an image has no digest, or the publisher fails
     */
    String publish(Project project, PublishOptions options, Publisher publisher);

    /**
     * Runs a command in a running container of a service, as long as it takes.
     *
     * @return the exit code of the command; 0 if the user left it with the detach keys, 130 if by a signal
     * @throws ComposeException if the service does not run or the engine refuses
     */
    int exec(Project project, ExecOptions options, Streams streams);

    /** Does the same in a project known by its name only. */
    int exec(String projectName, ExecOptions options, Streams streams);

    /**
     * Runs a command without input in a running container of a service, and keeps what it writes.
     *
     * @return what the command did; another exit code than 0 is no exception
     * @throws ComposeException if the service does not run or the engine refuses
     */
    default ExecResult exec(Project project, ExecOptions options) {
        return Captured.of(streams -> exec(project, options, streams));
    }

    /** Does the same in a project known by its name only. */
    default ExecResult exec(String projectName, ExecOptions options) {
        return Captured.of(streams -> exec(projectName, options, streams));
    }

    /**
     * Starts a command in a running container of a service, and leaves it alone.
     *
     * @throws ComposeException if the service does not run or the engine refuses
     */
    void execDetached(Project project, ExecOptions options);

    /** Does the same in a project known by its name only. */
    void execDetached(String projectName, ExecOptions options);

    /**
     * Starts what a service depends on, and then runs a container of its own for one task, as long as it takes. It is
     * no replica of the service.
     *
     * @return the exit code of the container; 0 if the user left it with the detach keys, 130 if it did not end when it
     *     was asked to
     * @throws ComposeException if the engine refuses or a dependency fails; the container does not run then
     */
    int run(Project project, RunOptions options, Streams streams);

    /**
     * Does the same, but leaves the container in the background.
     *
     * @return the id of the container
     * @throws ComposeException if the engine refuses or a dependency fails
     */
    String runDetached(Project project, RunOptions options);

    /**
     * Connects to the main process of a running container of a service, until it ends.
     *
     * @return the exit code of the container; 0 if the user left it with the detach keys, 130 if by a signal
     * @throws ComposeException if the service does not run or the engine refuses
     */
    int attach(Project project, ContainerAttachOptions options, Streams streams);

    /** Does the same in a project known by its name only. */
    int attach(String projectName, ContainerAttachOptions options, Streams streams);

    /**
     * {@return the projects that have containers, sorted by name}
     *
     * @param all also those whose containers have all stopped
     */
    List<ProjectInfo> projects(boolean all);

    /**
     * {@return the project with the digests that registries have now in place of tags ({@code GET
     * /distribution/{name}/json})}
     *
     * @throws ComposeException if a registry does not know an image
     */
    Project pinImages(Project project);

    /**
     * {@return what the engine says of itself ({@code GET /version})}
     *
     * @throws ComposeException if it does not answer
     */
    EngineDescription engine();
    /** {@return the stacks of the swarm that the engine manages} */
    Stacks stacks();

    /** Ends what is under way and closes all connections. */
    @Override
    void close();
}
