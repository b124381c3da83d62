package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credential spec of a managed service account.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record CredentialSpec(
        @Nullable String config,
        @Nullable String file,
        @Nullable String registry,
        Map<String, @Nullable Object> extensions) {
    public CredentialSpec {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static CredentialSpecBuilder builder() {
        return CredentialSpecBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public CredentialSpecBuilder toBuilder() {
        return CredentialSpecBuilder.builder(this);
    }
}
