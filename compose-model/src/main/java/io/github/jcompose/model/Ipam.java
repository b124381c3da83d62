package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address management of a network.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Ipam(
        @Nullable String driver,
        List<IpamPool> config,
        Map<String, String> options,
        Map<String, @Nullable Object> extensions) {
    static final Ipam EMPTY = builder().build();

    public Ipam {
        config = Copies.list(config);
        options = Copies.map(options);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static IpamBuilder builder() {
        return IpamBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public IpamBuilder toBuilder() {
        return IpamBuilder.builder(this);
    }
}
