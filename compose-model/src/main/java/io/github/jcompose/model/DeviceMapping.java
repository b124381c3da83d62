package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device of the host in the container.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record DeviceMapping(
        @Nullable String source,
        @Nullable String target,
        @Nullable String permissions,
        Map<String, @Nullable Object> extensions) {
    public DeviceMapping {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DeviceMappingBuilder builder() {
        return DeviceMappingBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DeviceMappingBuilder toBuilder() {
        return DeviceMappingBuilder.builder(this);
    }
}
