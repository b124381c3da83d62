package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/09-secrets.md">Compose Specification</a>. Its content is never written.
 *
 * @param environment the variable that holds the content
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Secret(
        @Nullable String name,
        @Nullable String file,
        @Nullable String environment,
        @Nullable String content,
        boolean external,
        Map<String, String> labels,
        @Nullable String driver,
        Map<String, String> driverOpts,
        @Nullable String templateDriver,
        Map<String, @Nullable Object> extensions) {
    public Secret {
        labels = Copies.map(labels);
        driverOpts = Copies.map(driverOpts);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static SecretBuilder builder() {
        return SecretBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public SecretBuilder toBuilder() {
        return SecretBuilder.builder(this);
    }
}
