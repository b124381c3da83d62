package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A countable {@link GenericResource}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record DiscreteResource(@Nullable String kind, long value, Map<String, @Nullable Object> extensions) {
    public DiscreteResource {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DiscreteResourceBuilder builder() {
        return DiscreteResourceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DiscreteResourceBuilder toBuilder() {
        return DiscreteResourceBuilder.builder(this);
    }
}
