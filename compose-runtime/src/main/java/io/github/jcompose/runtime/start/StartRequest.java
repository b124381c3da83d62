package io.github.jcompose.runtime.start;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.event.LogSink;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be started.
 *
 * @param project whose services are started
 * @param containers all of their containers
 * @param beforeStart called with each container just before it is started
 * @param awaitHealthy whether to wait in the end until all run and are healthy
 * @param awaitTimeout for how long; null for ever
 * @param hookOutput takes what hooks print
 */
public record StartRequest(
        Project project,
        List<Target> containers,
        Consumer<Target> beforeStart,
        boolean awaitHealthy,
        @Nullable Duration awaitTimeout,
        LogSink hookOutput) {

    /** A request that drops what hooks print. */
    public StartRequest(
            Project project,
            List<Target> containers,
            Consumer<Target> beforeStart,
            boolean awaitHealthy,
            @Nullable Duration awaitTimeout) {
        this(project, containers, beforeStart, awaitHealthy, awaitTimeout, line -> {});
    }

    List<Target> of(String service) {
        return containers.stream().filter(c -> c.service().equals(service)).toList();
    }
}
