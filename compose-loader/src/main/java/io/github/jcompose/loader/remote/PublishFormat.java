package io.github.jcompose.loader.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RemoteAccess#publish} makes of files.
 *
 * @param version {@link #OCI_1_0} or {@link #OCI_1_1}, the version of the OCI image specification; null for what the
 *     registry takes, the newer one first
 * @param images the images that are copied into the repository and listed with the application
 */
public record PublishFormat(@Nullable String version, List<String> images) {
    /** Without artifact types, for older registries. */
    public static final String OCI_1_0 = "1.0";

    /** With artifact types. */
    public static final String OCI_1_1 = "1.1";

    /** What the registry takes, without images. */
    public static final PublishFormat USUAL = new PublishFormat(null, List.of());

    public PublishFormat {
        images = List.copyOf(images);
        if (version != null && !version.equals(OCI_1_0) && !version.equals(OCI_1_1)) {
            throw new IllegalArgumentException("no version of the OCI image specification: " + version);
        }
    }
}
