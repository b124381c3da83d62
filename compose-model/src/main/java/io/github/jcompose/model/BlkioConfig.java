package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits on block devices.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record BlkioConfig(
        int weight,
        List<BlkioWeight> weightDevice,
        List<BlkioLimit> deviceReadBps,
        List<BlkioLimit> deviceReadIops,
        List<BlkioLimit> deviceWriteBps,
        List<BlkioLimit> deviceWriteIops,
        Map<String, @Nullable Object> extensions) {
    public BlkioConfig {
        weightDevice = Copies.list(weightDevice);
        deviceReadBps = Copies.list(deviceReadBps);
        deviceReadIops = Copies.list(deviceReadIops);
        deviceWriteBps = Copies.list(deviceWriteBps);
        deviceWriteIops = Copies.list(deviceWriteIops);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static BlkioConfigBuilder builder() {
        return BlkioConfigBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public BlkioConfigBuilder toBuilder() {
        return BlkioConfigBuilder.builder(this);
    }
}
