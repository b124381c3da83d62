package io.github.jcompose.runtime;

import io.github.jcompose.runtime.plan.Recreate;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Compose#up} and {@link Compose#create} converge.
 *
 * @param services the services named by the user, which are brought up with what they depend on; empty for all
 * @param recreate when to replace containers of the named services
 * @param alwaysRecreateDependencies replace containers of the services that are not named too
 * @param renewAnonymousVolumes replace the containers and do not carry over their anonymous volumes
 * @param noDependencies leave alone what the named services depend on
 * @param noStart create only
 * @param removeOrphans remove containers of services that the project does not have any more
 * @param ignoreOrphans do not warn of them either
 * @param scale how many containers of a service, in place of what the project says
 * @param pull the pull policy of all services; null: as each service says
 * @param quietPull report images, not their layers
 * @param buildMode which images to build of the services that can be built
 * @param awaitHealthy return only once every service runs and is healthy, or has done its work and exited with 0
 * @param awaitTimeout for how long; null for ever
 * @param timeout how long a container may take to stop before it is killed; null: its {@code stop_grace_period}
 * @param environmentFiles the {@code --env-file}s given, absolute; remembered in a label
 * @param confirm asked before data is lost, with the question; refuses by default
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record UpOptions(
        List<String> services,
        Recreate recreate,
        boolean alwaysRecreateDependencies,
        boolean renewAnonymousVolumes,
        boolean noDependencies,
        boolean noStart,
        boolean removeOrphans,
        boolean ignoreOrphans,
        Map<String, Integer> scale,
        @Nullable String pull,
        boolean quietPull,
        BuildMode buildMode,
        boolean awaitHealthy,
        @Nullable Duration awaitTimeout,
        @Nullable Duration timeout,
        List<Path> environmentFiles,
        Predicate<String> confirm) {

    public UpOptions {
        services = Defaults.list(services);
        recreate = recreate == null ? Recreate.DIVERGED : recreate;
        scale = Defaults.map(scale);
        environmentFiles = Defaults.list(environmentFiles);
        buildMode = buildMode == null ? BuildMode.MISSING : buildMode;
        confirm = confirm == null ? question -> false : confirm;
    }

    /** {@return a builder with the defaults} */
    public static UpOptionsBuilder builder() {
        return UpOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static UpOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public UpOptionsBuilder toBuilder() {
        return UpOptionsBuilder.builder(this);
    }
}
