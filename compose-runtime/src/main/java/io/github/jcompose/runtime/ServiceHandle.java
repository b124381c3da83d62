package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.ExecResult;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A service of a running project, or one replica of it. What concerns one container (ports, exec, state, copying from)
 * means the first that runs, unless this is {@link #replica a replica}; what moves containers from one state to
 * another means all of the service.
 *
 * <p>Each method throws a {@link ComposeException} if there is no such container, or the engine refuses.
 */
public interface ServiceHandle {
    /** {@return the name of the service} */
    String name();

    /** {@return the same service, seen by its container of that number, from 1} */
    ServiceHandle replica(int number);

    /** {@return its containers as they are now, stopped ones too, by number} */
    List<ContainerInfo> containers();

    /** {@return the container} */
    ContainerInfo container();

    /** {@return the whole id of the container} */
    String containerId();

    /** {@return where a TCP port of the container is reached from this process} */
    PublishedAddress port(int containerPort);

    /**
     * {@return where a port of the container is reached from this process}
     *
     * @param protocol tcp, udp or sctp
     */
    PublishedAddress port(int containerPort, String protocol);

    /** {@return the number of the published port that stands for a TCP port of the container} */
    default int hostPort(int containerPort) {
        return port(containerPort).port();
    }

    /** {@return the address of {@link #port(int)}, resolved} */
    default InetSocketAddress socketAddress(int containerPort) {
        PublishedAddress published = port(containerPort);
        return new InetSocketAddress(published.address(), published.port());
    }

    /** {@return the address of {@link #port(int)} as a URI without a path, such as {@code http://localhost:49153}} */
    default URI uri(String scheme, int containerPort) {
        return URI.create(scheme + "://" + port(containerPort));
    }

    /** {@return running, exited, paused, …} */
    String state();

    /** {@return healthy, unhealthy or starting; empty without a healthcheck} */
    String health();

    /** {@return how the container ended last; 0 if it never did} */
    int exitCode();

    /** {@return what a command did in the container; another exit code than 0 is no exception} */
    ExecResult exec(String... command);

    /** {@return the same with more options; their service and index are those of this} */
    ExecResult exec(ExecOptions options);

    /** Copies a file or folder of this machine into the containers, by the rules of {@code cp}. */
    void copyInto(Path source, String destination);

    /** Copies a file or folder of the container to this machine, by the rules of {@code cp}. */
    void copyFrom(String source, Path destination);

    /** {@return all that its containers wrote so far, a line each} */
    List<String> logs();

    /** {@return what hands its log lines to the sink, from their beginning, until it is closed} */
    FollowedLogs followLogs(LogSink sink);

    /** Stops its containers. */
    void stop();

    /** Starts its containers, which are there. */
    void start();

    /** Stops and starts its containers, and no other service's. */
    void restart();

    /** Freezes its containers. */
    void pause();

    /** Lets its paused containers go on. */
    void unpause();

    /** Sends a signal to its containers, such as {@code SIGKILL}. */
    void kill(String signal);

    /** Changes how many containers it has; those added are started. */
    void scale(int replicas);

    /**
     * Cuts its containers off a network, as if a cable were drawn: connections hang or break, its names vanish.
     *
     * @param network as the project names it, such as {@code default}
     */
    void disconnect(String network);

    /** Puts its containers back on a network, with their names and addresses; nothing happens to those that are on it. */
    void reconnect(String network);
}
