package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.plan.Plan;
import java.util.List;
import java.util.Map;

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
     * Creates what is missing and replaces what differs, to be started and followed by the caller.
     *
     * @param sink takes the output of the containers
     * @throws ComposeException if the engine refuses
     */
    AttachedUp upAttached(Project project, UpOptions options, AttachOptions attach, LogSink sink);

    /** {@return what {@link #up} would do, without doing it; images that are missing count as they are} */
    Plan plan(Project project, UpOptions options);

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

    /**
     * {@return the projects that have containers, sorted by name}
     *
     * @param all also those whose containers have all stopped
     */
    List<ProjectInfo> projects(boolean all);

    /** Ends what is under way and closes all connections. */
    @Override
    void close();
}
