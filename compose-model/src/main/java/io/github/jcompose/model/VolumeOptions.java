package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a volume mount.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record VolumeOptions(
        Map<String, String> labels,
        boolean nocopy,
        @Nullable String subpath,
        Map<String, @Nullable Object> extensions) {
    public VolumeOptions {
        labels = Copies.map(labels);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static VolumeOptionsBuilder builder() {
        return VolumeOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public VolumeOptionsBuilder toBuilder() {
        return VolumeOptionsBuilder.builder(this);
    }
}
