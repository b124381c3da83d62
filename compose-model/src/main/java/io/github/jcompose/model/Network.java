package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/06-networks.md">Compose Specification</a>.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Network(
        @Nullable String name,
        @Nullable String driver,
        Map<String, String> driverOpts,
        @Always Ipam ipam,
        boolean external,
        boolean internal,
        boolean attachable,
        Map<String, String> labels,
        @Nullable Boolean enableIpv4,
        @Nullable Boolean enableIpv6,
        Map<String, @Nullable Object> extensions) {
    public Network {
        driverOpts = Copies.map(driverOpts);
        ipam = ipam == null ? Ipam.EMPTY : ipam;
        labels = Copies.map(labels);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static NetworkBuilder builder() {
        return NetworkBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public NetworkBuilder toBuilder() {
        return NetworkBuilder.builder(this);
    }
}
