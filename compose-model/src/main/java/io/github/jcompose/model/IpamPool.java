package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One address pool.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record IpamPool(
        @Nullable String subnet,
        @Nullable String gateway,
        @Nullable String ipRange,
        Map<String, String> auxAddresses,
        Map<String, @Nullable Object> extensions) {
    public IpamPool {
        auxAddresses = Copies.map(auxAddresses);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static IpamPoolBuilder builder() {
        return IpamPoolBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public IpamPoolBuilder toBuilder() {
        return IpamPoolBuilder.builder(this);
    }
}
