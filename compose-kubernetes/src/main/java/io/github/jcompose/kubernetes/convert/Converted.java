package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An object and whose it is.
 *
 * @param object the object
 * @param service the service it is of; null if it is of several
 */
record Converted(HasMetadata object, @Nullable String service) {}
