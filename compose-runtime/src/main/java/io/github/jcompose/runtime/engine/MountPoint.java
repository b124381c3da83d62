package io.github.jcompose.runtime.engine;

/**
 * What is mounted in a container.
 *
 * @param type {@code bind}, {@code volume}, {@code tmpfs}, {@code npipe}, {@code cluster} or {@code image}
 * @param name of the volume; empty for the other types
 * @param source the path on the engine's machine; empty if there is none
 * @param destination the path in the container
 * @param driver of the volume; empty for the other types
 * @param mode such as {@code z}; often empty
 * @param writable whether the container may write to it
 */
public record MountPoint(
        String type, String name, String source, String destination, String driver, String mode, boolean writable) {

    /** {@return the mount that a list or an inspection tells} */
    public static MountPoint of(JsonObject raw) {
        return new MountPoint(
                raw.string("Type"),
                raw.string("Name"),
                raw.string("Source"),
                raw.string("Destination"),
                raw.string("Driver"),
                raw.string("Mode"),
                raw.bool("RW"));
    }
}
