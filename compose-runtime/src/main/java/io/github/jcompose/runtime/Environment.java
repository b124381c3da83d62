package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.event.LogSink;
import java.time.Duration;
import java.util.List;

/**
 * A project that was brought up. Thread-safe. Whatever it tells is asked of the engine at that moment, so that a port
 * is right after a restart too. Operations wait on the caller's thread; an interrupt ends them with a
 * {@link ComposeException} and leaves the thread interrupted.
 *
 * <p>Closing it takes it down, as {@link EnvironmentOptions} say; where {@link Compose#up} brought it up, named volumes
 * stay.
 */
public interface Environment extends AutoCloseable {
    /** {@return the project as it was brought up: its name, ports and the rest are those that hold on the engine} */
    Project project();

    /** {@return the name of the project} */
    default String name() {
        return project().name();
    }

    /** {@return the containers of its services as they are now, stopped ones too, by name} */
    List<ContainerInfo> containers();

    /**
     * {@return a service of it, whether it has containers now or not}
     *
     * @throws ComposeException if the project has no such service; the message names those it has
     */
    ServiceHandle service(String name);

    /** {@return what hands the log lines of all services to the sink, from their beginning, until it is closed} */
    FollowedLogs followLogs(LogSink sink);

    /**
     * Waits until all conditions hold.
     *
     * @param timeout for all of them together
     * @throws ComposeException if one cannot hold any more, for example since its service has exited, or at the end of
     *     the time; the message says which service, why, and its last log lines
     */
    void await(Duration timeout, WaitFor... conditions);

    /** {@return the states of all containers and their last log lines, for people} */
    Snapshot snapshot();

    /** Takes the project down; nothing happens the second time. Who wants it to run on just does not close it. */
    @Override
    void close();
}
