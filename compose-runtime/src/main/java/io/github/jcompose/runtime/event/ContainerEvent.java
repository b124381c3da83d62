package io.github.jcompose.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * What the engine told of a container that is followed.
 *
 * @param source the name by which log lines of the container go
 * @param service the service of the container
 * @param container its whole name
 * @param replaced for {@code RECREATED}, the name that was replaced; else null
 * @param exitCode of an exit; else 0
 * @param restarting whether the engine starts the container again after this exit
 */
public record ContainerEvent(
        Type type,
        String source,
        String service,
        String container,
        @Nullable String replaced,
        int exitCode,
        boolean restarting)
        implements ComposeEvent {

    /** What happened. */
    public enum Type {
        CREATED,
        RECREATED,
        STARTED,
        RESTARTED,
        STOPPED,
        EXITED
    }
}
