package io.github.jcompose.runtime.build;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to build, over what the services say.
 *
 * @param noCache do every step again
 * @param pull fetch base images even if they are there
 * @param args build arguments over those of the services; null for the value in the project's environment
 * @param quiet leave the output of the steps and the layers of base images out of the events
 */
public record BuildRequest(boolean noCache, boolean pull, Map<String, @Nullable String> args, boolean quiet) {
    /** {@return a request for what the services say} */
    public static BuildRequest asTheyAre(boolean quiet) {
        return new BuildRequest(false, false, Map.of(), quiet);
    }
}
