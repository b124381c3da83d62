package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The limit of one block device.
 *
 * @param rate bytes or operations per second
 */
@RecordBuilder
public record BlkioLimit(@Nullable String path, @Nullable ByteSize rate) {

    /** {@return a builder without any attribute set} */
    public static BlkioLimitBuilder builder() {
        return BlkioLimitBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public BlkioLimitBuilder toBuilder() {
        return BlkioLimitBuilder.builder(this);
    }
}
