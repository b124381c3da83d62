package io.github.jcompose.runtime;

import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.build.BuildRequest;
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
 * @param quiet leave the steps and their output out of the events
 * @param ssh agents for {@code RUN --mount=type=ssh}, beside those of the services
 * @param provenance in place of that of the services; null for theirs
 * @param sbom in place of that of the services; null for theirs
 * @param memory the limit for the steps of the classic builder, in bytes; 0 for none
 * @param push send each image to its registry when it is built, if the service names one
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record BuildOptions(
        List<String> services,
        boolean dependencies,
        boolean noCache,
        boolean pull,
        Map<String, @Nullable String> args,
        boolean quiet,
        List<SshKey> ssh,
        @Nullable String provenance,
        @Nullable String sbom,
        long memory,
        boolean push) {

    public BuildOptions {
        services = Defaults.list(services);
        args = Defaults.map(args);
        ssh = Defaults.list(ssh);
    }

    BuildRequest request() {
        return new BuildRequest(noCache, pull, args, quiet, ssh, provenance, sbom, memory, push);
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
