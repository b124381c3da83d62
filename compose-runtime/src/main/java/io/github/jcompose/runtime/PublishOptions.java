package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How {@link Compose#publish} publishes a project.
 *
 * @param name what it is published as, for events: {@code registry/repository:tag}
 * @param resolveImageDigests put the digests that registries have now in place of the tags of images
 * @param quiet report images, not their layers
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record PublishOptions(String name, boolean resolveImageDigests, boolean quiet) {

    public PublishOptions {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a publication needs a name: registry/repository:tag");
        }
    }

    /**
     * {@return a builder with the defaults}
     *
     * @param name what the project is published as: {@code registry/repository:tag}
     */
    public static PublishOptionsBuilder builder(String name) {
        return PublishOptionsBuilder.builder().name(name);
    }

    /** {@return a builder that starts from this one} */
    public PublishOptionsBuilder toBuilder() {
        return PublishOptionsBuilder.builder(this);
    }
}
