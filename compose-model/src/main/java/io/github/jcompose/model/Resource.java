package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One side of {@code deploy.resources}.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Resource(
        float cpus,
        @Nullable ByteSize memory,
        long pids,
        List<DeviceRequest> devices,
        List<GenericResource> genericResources,
        Map<String, @Nullable Object> extensions) {
    public Resource {
        devices = Copies.list(devices);
        genericResources = Copies.list(genericResources);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ResourceBuilder builder() {
        return ResourceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ResourceBuilder toBuilder() {
        return ResourceBuilder.builder(this);
    }
}
