package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How containers of a service are replaced by an update or a rollback.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record UpdateConfig(
        @Nullable Long parallelism,
        @OmitZero @Nullable Duration delay,
        @Nullable String failureAction,
        @OmitZero @Nullable Duration monitor,
        float maxFailureRatio,
        @Nullable String order,
        Map<String, @Nullable Object> extensions) {
    public UpdateConfig {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static UpdateConfigBuilder builder() {
        return UpdateConfigBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public UpdateConfigBuilder toBuilder() {
        return UpdateConfigBuilder.builder(this);
    }
}
