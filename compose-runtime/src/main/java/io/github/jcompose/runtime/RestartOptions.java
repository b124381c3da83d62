package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Compose#restart} restarts.
 *
 * @param services the services named by the user; empty for all
 * @param timeout how long a container may take to stop before it is killed; null: its {@code stop_grace_period}
 * @param noDependents leave alone the services that ask to be restarted with the named ones
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record RestartOptions(
        List<String> services, @Nullable Duration timeout, boolean noDependents) {

    public RestartOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static RestartOptionsBuilder builder() {
        return RestartOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static RestartOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public RestartOptionsBuilder toBuilder() {
        return RestartOptionsBuilder.builder(this);
    }
}
