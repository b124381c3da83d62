package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published port; {@code published} may be empty, a number or a range.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Port(
        @Nullable String name,
        @Nullable String mode,
        @Nullable String hostIp,
        int target,
        @Nullable String published,
        @Nullable String protocol,
        @Nullable String appProtocol,
        Map<String, @Nullable Object> extensions) {
    public Port {
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static PortBuilder builder() {
        return PortBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public PortBuilder toBuilder() {
        return PortBuilder.builder(this);
    }
}
