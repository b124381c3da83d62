package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Compose#stop} stops.
 *
 * @param services the services named by the user; empty for all
 * @param timeout how long a container may take to stop before it is killed; null: its {@code stop_grace_period}
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record StopOptions(List<String> services, @Nullable Duration timeout) {

    public StopOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static StopOptionsBuilder builder() {
        return StopOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static StopOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public StopOptionsBuilder toBuilder() {
        return StopOptionsBuilder.builder(this);
    }
}
