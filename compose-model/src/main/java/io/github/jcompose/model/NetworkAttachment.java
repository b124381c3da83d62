package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options with which a service joins a network.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record NetworkAttachment(
        List<String> aliases,
        Map<String, String> driverOpts,
        int gwPriority,
        @Nullable String interfaceName,
        @Nullable String ipv4Address,
        @Nullable String ipv6Address,
        List<String> linkLocalIps,
        @Nullable String macAddress,
        int priority,
        Map<String, @Nullable Object> extensions) {
    public NetworkAttachment {
        aliases = Copies.list(aliases);
        driverOpts = Copies.map(driverOpts);
        linkLocalIps = Copies.list(linkLocalIps);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static NetworkAttachmentBuilder builder() {
        return NetworkAttachmentBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public NetworkAttachmentBuilder toBuilder() {
        return NetworkAttachmentBuilder.builder(this);
    }
}
