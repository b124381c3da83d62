package io.github.jcompose.runtime.execute;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every step needs.
 *
 * @param environmentFiles the {@code --env-file}s given
 * @param timeout how long a container may take to stop; null: its own time
 * @param proxies variables that new containers get unless their services set them
 */
public record Surroundings(
        Engine engine,
        Workers workers,
        Events events,
        Project project,
        List<Path> environmentFiles,
        @Nullable Duration timeout,
        Map<String, String> proxies) {

    /** Without proxies. */
    public Surroundings(
            Engine engine,
            Workers workers,
            Events events,
            Project project,
            List<Path> environmentFiles,
            @Nullable Duration timeout) {
        this(engine, workers, events, project, environmentFiles, timeout, Map.of());
    }
}
