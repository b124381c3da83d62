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

    /** {@return a TCP port of the container, published at any free port of the host} */
    public static Port of(int target) {
        return builder().mode("ingress").target(target).protocol("tcp").build();
    }

    /** {@return a TCP port of the container, published at that port of the host} */
    public static Port of(int published, int target) {
        return of(target).toBuilder().published(Integer.toString(published)).build();
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
