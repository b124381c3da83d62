package io.github.jcompose.runtime.project;

/** The keys of the labels by which a project is found again, and their fixed values. */
public final class Labels {
    private static final String PREFIX = "com.docker.compose.";

    public static final String PROJECT = PREFIX + "project";
    public static final String SERVICE = PREFIX + "service";
    public static final String VERSION = PREFIX + "version";
    /** Also tells containers of services from those of hooks. */
    public static final String CONFIG_HASH = PREFIX + "config-hash";

    public static final String CONTAINER_NUMBER = PREFIX + "container-number";
    public static final String ONE_OFF = PREFIX + "oneoff";
    public static final String SLUG = PREFIX + "slug";
    public static final String IMAGE = PREFIX + "image";
    public static final String IMAGE_VOLUME_DIGEST = PREFIX + "image-volume-digest";
    public static final String DEPENDS_ON = PREFIX + "depends_on";
    public static final String WORKING_DIR = PREFIX + "project.working_dir";
    public static final String CONFIG_FILES = PREFIX + "project.config_files";
    public static final String ENVIRONMENT_FILE = PREFIX + "project.environment_file";
    public static final String REPLACE = PREFIX + "replace";
    public static final String HOOK = PREFIX + "hook";
    public static final String NETWORK = PREFIX + "network";
    public static final String VOLUME = PREFIX + "volume";
    public static final String BUILDER = PREFIX + "image.builder";

    /** Our own: a digest of the configs and secrets that the container was made with. */
    public static final String FILES = "io.github.jcompose.files";

    /** Our own: the anonymous volumes of the replaced container that it took over, comma joined. */
    public static final String INHERITED_VOLUMES = "io.github.jcompose.inherited-volumes";

    /** The value of {@link #HOOK} of a container that prepares the start of a service. */
    public static final String PRE_START = "pre_start";

    /** The value of {@link #VERSION}: the version of docker compose whose behaviour is followed. */
    public static final String COMPATIBLE_VERSION = "5.5.0";

    /** The value of {@link #ONE_OFF} of a container that {@code run} made. */
    public static final String YES = "True";

    /** The value of {@link #ONE_OFF} of a container of a service. */
    public static final String NO = "False";

    private Labels() {}
}
