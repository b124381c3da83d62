package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The weight of one block device.
 */
@RecordBuilder
public record BlkioWeight(@Nullable String path, int weight) {

    /** {@return a builder without any attribute set} */
    public static BlkioWeightBuilder builder() {
        return BlkioWeightBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public BlkioWeightBuilder toBuilder() {
        return BlkioWeightBuilder.builder(this);
    }
}
