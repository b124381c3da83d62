package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy.placement}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Placement(
        List<String> constraints,
        List<PlacementPreference> preferences,
        long maxReplicasPerNode,
        Map<String, @Nullable Object> extensions) {
    static final Placement EMPTY = builder().build();

    public Placement {
        constraints = Copies.list(constraints);
        preferences = Copies.list(preferences);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static PlacementBuilder builder() {
        return PlacementBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public PlacementBuilder toBuilder() {
        return PlacementBuilder.builder(this);
    }
}
