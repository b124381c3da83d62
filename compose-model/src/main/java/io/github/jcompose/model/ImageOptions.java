package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of an image mount.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record ImageOptions(@Nullable String subpath, Map<String, @Nullable Object> extensions) {
    public ImageOptions {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ImageOptionsBuilder builder() {
        return ImageOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ImageOptionsBuilder toBuilder() {
        return ImageOptionsBuilder.builder(this);
    }
}
