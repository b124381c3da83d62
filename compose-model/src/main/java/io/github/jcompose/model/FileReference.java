package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A config or secret that a service uses.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record FileReference(
        @Nullable String source,
        @Nullable String target,
        @Nullable String uid,
        @Nullable String gid,
        @Nullable FileMode mode,
        Map<String, @Nullable Object> extensions) {
    public FileReference {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static FileReferenceBuilder builder() {
        return FileReferenceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public FileReferenceBuilder toBuilder() {
        return FileReferenceBuilder.builder(this);
    }
}
