package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits and the reservations of {@code deploy.resources}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Resources(
        @Nullable Resource limits, @Nullable Resource reservations, Map<String, @Nullable Object> extensions) {
    static final Resources EMPTY = builder().build();

    public Resources {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ResourcesBuilder builder() {
        return ResourcesBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ResourcesBuilder toBuilder() {
        return ResourcesBuilder.builder(this);
    }
}
