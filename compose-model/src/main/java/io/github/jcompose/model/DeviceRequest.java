package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for devices by capability, such as GPUs.
 *
 * @param count -1: all
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record DeviceRequest(
        List<String> capabilities,
        @Nullable String driver,
        long count,
        List<String> deviceIds,
        Map<String, String> options,
        Map<String, @Nullable Object> extensions) {
    public DeviceRequest {
        capabilities = Copies.list(capabilities);
        deviceIds = Copies.list(deviceIds);
        options = Copies.map(options);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static DeviceRequestBuilder builder() {
        return DeviceRequestBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public DeviceRequestBuilder toBuilder() {
        return DeviceRequestBuilder.builder(this);
    }
}
