package io.github.jcompose.runtime.event;

/** Receives log lines. Called from several threads, one at a time. */
@FunctionalInterface
public interface LogSink {
    /** Takes a line. As long as it does not return, the container that wrote it is not read on. */
    void line(LogLine line);

    /** Takes what a container whose lines are followed did, such as its exit. */
    default void status(ContainerEvent event) {}
}
