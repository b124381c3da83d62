package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which images {@link Compose#build} builds, and how.
 *
 * @param services the services named by the user; empty for all
 * @param dependencies also the images of the services that the named ones depend on
 * @param noCache do every step again
 * @param pull fetch base images even if they are there
 * @param args build arguments over those of the services; null for the value in the project's environment
 * @param quiet leave the output of the steps out of the events
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record BuildOptions(
        List<String> services,
        boolean dependencies,
        boolean noCache,
        boolean pull,
        Map<String, @Nullable String> args,
        boolean quiet) {

    public BuildOptions {
        services = Defaults.list(services);
        args = Defaults.map(args);
    }

    /** {@return a builder with the defaults} */
    public static BuildOptionsBuilder builder() {
        return BuildOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static BuildOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public BuildOptionsBuilder toBuilder() {
        return BuildOptionsBuilder.builder(this);
    }
}
