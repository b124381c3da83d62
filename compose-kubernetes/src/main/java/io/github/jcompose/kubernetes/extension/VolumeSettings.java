package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.model.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-kubernetes} of a volume.
 *
 * @param size how much is claimed, such as {@code 10Gi}
 * @param storageClass the storage class; null: not said
 * @param accessMode ReadWriteOnce, ReadWriteMany, ReadOnlyMany or ReadWriteOncePod; null: as the mounts ask for
 * @param subPath the folder in it that is mounted; null: all of it
 */
public record VolumeSettings(
        String size,
        @Nullable String storageClass,
        @Nullable String accessMode,
        @Nullable String subPath) {
    private static final String USUAL_SIZE = "1Gi";

    /** {@return the settings of a volume; what is wrong with them is noted} */
    public static VolumeSettings of(String name, @Nullable Volume volume, Findings findings) {
        List<Object> path = List.of("volumes", name, ProjectSettings.KEY);
        Object value = volume == null ? null : volume.extensions().get(ProjectSettings.KEY);
        SettingsReader reader =
                SettingsReader.of(value, path, findings, "size", "storageClass", "accessMode", "subPath");
        String size = reader.text("size");
        if (size != null && !size.matches("[0-9]+(\\.[0-9]+)?([EPTGM]i?|[Kk]i?)?")) {
            findings.error(reader.path("size"), "'" + size + "' is no size", "expected for example '10Gi'");
            size = null;
        }
        return new VolumeSettings(
                size == null ? USUAL_SIZE : size,
                reader.text("storageClass"),
                reader.oneOf("accessMode", "ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany", "ReadWriteOncePod"),
                reader.text("subPath"));
    }
}
