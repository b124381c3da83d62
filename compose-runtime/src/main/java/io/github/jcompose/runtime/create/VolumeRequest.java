package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Volume;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request to create a volume ({@code POST /volumes/create}). */
public final class VolumeRequest {
    private VolumeRequest() {}

    /** {@return the body} */
    public static Map<String, @Nullable Object> of(Volume volume, String name, Map<String, String> labels) {
        return new Fields()
                .always("Name", name)
                .put("Driver", volume.driver())
                .put("DriverOpts", volume.driverOpts())
                .always("Labels", labels)
                .map();
    }
}
