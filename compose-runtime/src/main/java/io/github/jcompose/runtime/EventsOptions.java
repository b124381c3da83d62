package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events {@link Compose#events} tells.
 *
 * @param services the services whose containers are meant; empty for all
 * @param since a time ({@code 2026-01-31T12:00:00Z}) or a duration before now ({@code 10m}); null for now
 * @param until a time or a duration before now; null for no end
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record EventsOptions(
        List<String> services,
        @Nullable String since,
        @Nullable String until) {

    public EventsOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static EventsOptionsBuilder builder() {
        return EventsOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static EventsOptions defaults() {
        return builder().build();
    }
    /** {@return a builder that starts from this one} */
    public EventsOptionsBuilder toBuilder() {
        return EventsOptionsBuilder.builder(this);
    }
}
