package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as an inspection tells it ({@code GET /containers/{id}/json}).
 *
 * @param id 64 hexadecimal digits
 * @param name without the leading slash
 * @param created when
 * @param image the name that it was created with
 * @param imageId with {@code sha256:}
 * @param state what it is doing and how it went
 * @param restartCount how often the engine restarted it
 * @param labels of the container and its image
 * @param environment as {@code NAME=value}
 * @param tty whether it has a terminal, so that its output is one raw stream
 * @param openStdin whether its standard input can be written to
 * @param networks by name
 * @param ports published and only exposed ones
 * @param mounts all but tmpfs
 * @param raw the whole answer
 */
public record ContainerDetails(
        String id,
        String name,
        Instant created,
        String image,
        String imageId,
        ContainerState state,
        int restartCount,
        Map<String, String> labels,
        List<String> environment,
        boolean tty,
        boolean openStdin,
        Map<String, Endpoint> networks,
        List<PublishedPort> ports,
        List<MountPoint> mounts,
        JsonObject raw) {

    /** {@return the container that an inspection tells} */
    public static ContainerDetails of(JsonObject raw) {
        JsonObject config = raw.object("Config");
        String name = raw.string("Name");
        return new ContainerDetails(
                raw.string("Id"),
                name.startsWith("/") ? name.substring(1) : name,
                raw.instant("Created").orElse(Instant.EPOCH),
                config.string("Image"),
                raw.string("Image"),
                ContainerState.of(raw.object("State")),
                (int) raw.number("RestartCount"),
                config.stringMap("Labels"),
                config.strings("Env"),
                config.bool("Tty"),
                config.bool("OpenStdin"),
                Endpoints.of(raw.object("NetworkSettings")),
                PublishedPort.ofInspected(raw.object("NetworkSettings")),
                raw.objects("Mounts").stream().map(MountPoint::of).toList(),
                raw);
    }

    /** {@return the value of a label; empty if it is not there} */
    public Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }

    /** {@return the engine's {@code HostConfig}} */
    public JsonObject hostConfig() {
        return raw.object("HostConfig");
    }

    /** {@return the engine's {@code Config}} */
    public JsonObject config() {
        return raw.object("Config");
    }
}
