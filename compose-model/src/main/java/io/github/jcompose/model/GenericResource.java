package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource that the user named.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record GenericResource(
        @Nullable DiscreteResource discreteResourceSpec, Map<String, @Nullable Object> extensions) {
    public GenericResource {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static GenericResourceBuilder builder() {
        return GenericResourceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public GenericResourceBuilder toBuilder() {
        return GenericResourceBuilder.builder(this);
    }
}
