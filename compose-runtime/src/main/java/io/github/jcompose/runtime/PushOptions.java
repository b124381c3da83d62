package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Which images {@link Compose#push} pushes.
 *
 * @param services the services named by the user; empty for all
 * @param dependencies also those of the services that the named ones depend on
 * @param ignoreFailures go on when an image cannot be pushed
 * @param quiet report images, not their layers
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record PushOptions(List<String> services, boolean dependencies, boolean ignoreFailures, boolean quiet) {

    public PushOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static PushOptionsBuilder builder() {
        return PushOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static PushOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public PushOptionsBuilder toBuilder() {
        return PushOptionsBuilder.builder(this);
    }
}
