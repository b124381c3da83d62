package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Compose#down} removes.
 *
 * @param services the services to remove with those that depend on them; empty for all
 * @param removeOrphans also containers of services that the project does not have any more, and one-off containers
 * @param volumes also the named volumes that are not external, and anonymous volumes
 * @param images which images of the services too
 * @param timeout how long a container may take to stop before it is killed; null: its {@code stop_grace_period}
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record DownOptions(
        List<String> services,
        boolean removeOrphans,
        boolean volumes,
        RemoveImages images,
        @Nullable Duration timeout) {

    /** Which images are removed. */
    public enum RemoveImages {
        NONE,
        /** Those that the project built. */
        LOCAL,
        ALL
    }

    public DownOptions {
        services = Defaults.list(services);
        images = images == null ? RemoveImages.NONE : images;
    }

    /** {@return a builder with the defaults} */
    public static DownOptionsBuilder builder() {
        return DownOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static DownOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public DownOptionsBuilder toBuilder() {
        return DownOptionsBuilder.builder(this);
    }
}
