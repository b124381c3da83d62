package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Which containers {@link Compose#stats} and {@link Compose#watchStats} tell of.
 *
 * @param services the services whose containers are meant; empty for all
 * @param all also containers that do not run
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record StatsOptions(List<String> services, boolean all) {

    public StatsOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static StatsOptionsBuilder builder() {
        return StatsOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static StatsOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public StatsOptionsBuilder toBuilder() {
        return StatsOptionsBuilder.builder(this);
    }
}
