package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An AI model that services use.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Model(
        @Nullable String name,
        @Nullable String model,
        int contextSize,
        List<String> runtimeFlags,
        Map<String, @Nullable Object> extensions) {
    public Model {
        runtimeFlags = Copies.list(runtimeFlags);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ModelBuilder builder() {
        return ModelBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ModelBuilder toBuilder() {
        return ModelBuilder.builder(this);
    }
}
