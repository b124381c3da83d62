package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named volume; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/07-volumes.md">Compose Specification</a>.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Volume(
        @Nullable String name,
        @Nullable String driver,
        Map<String, String> driverOpts,
        boolean external,
        Map<String, String> labels,
        Map<String, @Nullable Object> extensions) {
    public Volume {
        driverOpts = Copies.map(driverOpts);
        labels = Copies.map(labels);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static VolumeBuilder builder() {
        return VolumeBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public VolumeBuilder toBuilder() {
        return VolumeBuilder.builder(this);
    }
}
