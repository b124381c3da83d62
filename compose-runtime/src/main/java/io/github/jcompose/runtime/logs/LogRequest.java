package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.LogOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines are wanted.
 *
 * @param project the name of the project
 * @param services only of these; null for any
 * @param options as the engine takes them
 */
public record LogRequest(String project, @Nullable Set<String> services, LogOptions options) {
    boolean wants(String service) {
        return services == null || services.contains(service);
    }
}
