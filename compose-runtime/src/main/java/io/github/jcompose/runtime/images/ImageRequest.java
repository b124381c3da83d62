package io.github.jcompose.runtime.images;

import io.github.jcompose.model.Project;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which images are wanted, and how to come by them.
 *
 * @param project whose services' images are wanted
 * @param policy in place of the services' own; null for theirs
 * @param quiet whether layers are left out of the events
 * @param credentials gives the value of {@code X-Registry-Auth} for an image
 */
public record ImageRequest(
        Project project, @Nullable String policy, boolean quiet, Function<String, @Nullable String> credentials) {}
