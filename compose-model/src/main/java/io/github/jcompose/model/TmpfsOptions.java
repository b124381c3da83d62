package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a tmpfs mount.
 *
 * @param mode the permission bits
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record TmpfsOptions(@Nullable ByteSize size, int mode, Map<String, @Nullable Object> extensions) {
    public TmpfsOptions {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static TmpfsOptionsBuilder builder() {
        return TmpfsOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public TmpfsOptionsBuilder toBuilder() {
        return TmpfsOptionsBuilder.builder(this);
    }
}
