package io.github.jcompose.runtime.event;

/** Something that happened during an operation. */
public sealed interface ComposeEvent
        permits ComposeEvent.OperationStarted,
                ComposeEvent.OperationFinished,
                ComposeEvent.Warning,
                BuildOutput,
                BuildStep,
                BuildTransfer,
                ContainerEvent,
                Progress {

    /**
     * An operation begins to report progress.
     *
     * @param operation its name as a user knows it, such as {@code up} or {@code pull}
     */
    record OperationStarted(String operation) implements ComposeEvent {}

    /**
     * The progress of an operation is over.
     *
     * @param operation the name that {@link OperationStarted} had
     * @param failed whether it ended with an exception
     */
    record OperationFinished(String operation, boolean failed) implements ComposeEvent {}

    /**
     * Something the user should know that belongs to no single resource.
     *
     * @param message one line
     */
    record Warning(String message) implements ComposeEvent {}
}
