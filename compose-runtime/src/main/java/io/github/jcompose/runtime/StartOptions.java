package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Compose#start} starts.
 *
 * @param services the services named by the user; empty for all
 * @param awaitHealthy return only once the services run and are healthy
 * @param awaitTimeout for how long; null for ever
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record StartOptions(
        List<String> services,
        boolean awaitHealthy,
        @Nullable Duration awaitTimeout) {

    public StartOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static StartOptionsBuilder builder() {
        return StartOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static StartOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public StartOptionsBuilder toBuilder() {
        return StartOptionsBuilder.builder(this);
    }
}
