package io.github.jcompose.runtime.swarm;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Stacks#deploy} deploys.
 *
 * @param prune also remove services that the project no longer has, and configs and secrets that newer ones replaced
 * @param resolveImage when to ask registries which image a tag means
 * @param registryAuth whether the swarm gets the user's credentials, so that its nodes can pull private images
 * @param await whether to return only once the services run as they should
 * @param timeout how long to wait for that; null: until nothing has changed for a quarter of an hour
 * @param ignored hears of each attribute that a swarm ignores; null: it becomes a warning event
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record DeployOptions(
        boolean prune,
        ResolveImage resolveImage,
        boolean registryAuth,
        boolean await,
        @Nullable Duration timeout,
        @Nullable Consumer<IgnoredAttribute> ignored) {

    /** When to ask a registry for the digest and the platforms of an image. */
    public enum ResolveImage {
        ALWAYS,
        /** If it is another image than the deployed one. */
        CHANGED,
        NEVER
    }

    public DeployOptions {
        resolveImage = resolveImage == null ? ResolveImage.ALWAYS : resolveImage;
    }

    /** {@return a builder with the defaults} */
    public static DeployOptionsBuilder builder() {
        return DeployOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static DeployOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public DeployOptionsBuilder toBuilder() {
        return DeployOptionsBuilder.builder(this);
    }
}
