package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What {@link Compose#remove} removes.
 *
 * @param services the services named by the user; empty for all
 * @param stop stop running containers first; without it they stay
 * @param volumes also anonymous volumes
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record RemoveOptions(List<String> services, boolean stop, boolean volumes) {

    public RemoveOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static RemoveOptionsBuilder builder() {
        return RemoveOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static RemoveOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public RemoveOptionsBuilder toBuilder() {
        return RemoveOptionsBuilder.builder(this);
    }
}
