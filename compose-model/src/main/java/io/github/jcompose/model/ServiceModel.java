package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service learns about a {@link Model}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record ServiceModel(
        @Nullable String endpointVar, @Nullable String modelVar, Map<String, @Nullable Object> extensions) {
    public ServiceModel {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ServiceModelBuilder builder() {
        return ServiceModelBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ServiceModelBuilder toBuilder() {
        return ServiceModelBuilder.builder(this);
    }
}
