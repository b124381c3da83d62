package io.github.jcompose.runtime.build;

import io.github.jcompose.model.SshKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to build, over what the services say.
 *
 * @param noCache do every step again
 * @param pull fetch base images even if they are there
 * @param args build arguments over those of the services; null for the value in the project's environment
 * @param quiet leave the steps, their output and the layers of base images out of the events
 * @param ssh agents beside those of the services
 * @param provenance in place of that of the services; null for theirs
 * @param sbom in place of that of the services; null for theirs
 * @param memory the limit for the classic builder's steps, in bytes; 0 for none
 * @param push send each image to its registry when it is built
 */
public record BuildRequest(
        boolean noCache,
        boolean pull,
        Map<String, @Nullable String> args,
        boolean quiet,
        List<SshKey> ssh,
        @Nullable String provenance,
        @Nullable String sbom,
        long memory,
        boolean push) {
    /** {@return a request for what the services say} */
    public static BuildRequest asTheyAre(boolean quiet) {
        return new BuildRequest(false, false, Map.of(), quiet, List.of(), null, null, 0, false);
    }
}
