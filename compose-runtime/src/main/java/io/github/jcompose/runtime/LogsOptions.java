package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines {@link Compose#logs} gives.
 *
 * @param services the services named by the user; empty for all
 * @param follow go on until all containers have exited
 * @param since a time or a duration before now, as the engine reads it; null: from the start
 * @param until as {@code since}; null: to the end
 * @param tail how many last lines of each container; null for all
 * @param timestamps give the time of each line
 * @param index only the replica of that number; 0 for all
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record LogsOptions(
        List<String> services,
        boolean follow,
        @Nullable String since,
        @Nullable String until,
        @Nullable Integer tail,
        boolean timestamps,
        int index) {

    public LogsOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static LogsOptionsBuilder builder() {
        return LogsOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static LogsOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public LogsOptionsBuilder toBuilder() {
        return LogsOptionsBuilder.builder(this);
    }
}
