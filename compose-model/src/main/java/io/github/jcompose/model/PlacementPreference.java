package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One placement preference.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record PlacementPreference(@Nullable String spread, Map<String, @Nullable Object> extensions) {
    public PlacementPreference {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static PlacementPreferenceBuilder builder() {
        return PlacementPreferenceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public PlacementPreferenceBuilder toBuilder() {
        return PlacementPreferenceBuilder.builder(this);
    }
}
