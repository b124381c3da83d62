package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Mount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The read-only mounts of the configs and secrets that are files on the host. */
final class FileMounts {
    private final List<ServiceFile> files;

    FileMounts(ContainerSpec spec) {
        files = ServiceFile.of(spec.project(), spec.key(), spec.service());
    }

    Map<String, Map<String, @Nullable Object>> mounts() {
        Map<String, Map<String, @Nullable Object>> mounts = new LinkedHashMap<>();
        for (ServiceFile file : files) {
            if (file.file() != null && file.content() == null) {
                mounts.put(
                        file.target(),
                        new Fields()
                                .always("Type", Mount.BIND)
                                .always("Source", file.file())
                                .always("Target", file.target())
                                .always("ReadOnly", true)
                                .map());
            }
        }
        return mounts;
    }
}
