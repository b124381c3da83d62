package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An external program that provides the service instead of a container.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Provider(
        @Nullable String type, Map<String, List<String>> options, Map<String, @Nullable Object> extensions) {
    public Provider {
        options = Copies.map(options);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ProviderBuilder builder() {
        return ProviderBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ProviderBuilder toBuilder() {
        return ProviderBuilder.builder(this);
    }
}
