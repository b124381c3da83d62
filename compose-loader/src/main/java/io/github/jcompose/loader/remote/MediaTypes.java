package io.github.jcompose.loader.remote;

import java.util.Set;

/** How the parts of a published application are told from each other. */
final class MediaTypes {
    /** The type of the artifact. */
    static final String PROJECT = "application/vnd.docker.compose.project";

    /** The configuration that tells the artifact in registries without artifact types. */
    static final String EMPTY_CONFIG = "application/vnd.docker.compose.config.empty.v1+json";

    static final String COMPOSE_FILE = "application/vnd.docker.compose.file+yaml";
    static final String ENV_FILE = "application/vnd.docker.compose.envfile";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /** What stands for nothing (OCI image specification 1.1, guidance for an empty descriptor). */
    static final String EMPTY = "application/vnd.oci.empty.v1+json";

    /** Manifests of images, and lists of them. */
    static final Set<String> IMAGES = Set.of(
            MANIFEST,
            INDEX,
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    /** The name of a compose file. */
    static final String FILE_NOTE = "com.docker.compose.file";

    /** Says {@code true} of a compose file that another one extends. */
    static final String EXTENDS_NOTE = "com.docker.compose.extends";

    /** The name of a file of variables. */
    static final String ENV_FILE_NOTE = "com.docker.compose.envfile";

    /** The version of docker compose whose format this is. */
    static final String VERSION_NOTE = "com.docker.compose.version";

    private MediaTypes() {}
}
