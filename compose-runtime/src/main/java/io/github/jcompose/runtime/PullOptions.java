package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which images {@link Compose#pull} pulls.
 *
 * @param services the services named by the user; empty for all
 * @param dependencies also those of the services that the named ones depend on
 * @param ignoreFailures go on when an image cannot be pulled
 * @param ignoreBuildable leave out services that can be built
 * @param policy {@code missing} or {@code always} in place of what the services say; null: as they say
 * @param quiet report images, not their layers
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record PullOptions(
        List<String> services,
        boolean dependencies,
        boolean ignoreFailures,
        boolean ignoreBuildable,
        @Nullable String policy,
        boolean quiet) {

    public PullOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static PullOptionsBuilder builder() {
        return PullOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static PullOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public PullOptionsBuilder toBuilder() {
        return PullOptionsBuilder.builder(this);
    }
}
