package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as a list tells it ({@code GET /containers/json}).
 *
 * @param id 64 hexadecimal digits
 * @param names without the leading slash; names of links hold a slash
 * @param image the name that it was created with; the id if that name has moved on
 * @param imageId with {@code sha256:}
 * @param command as one text
 * @param created when
 * @param status what it is doing
 * @param statusLine for people, such as {@code Up 2 minutes (healthy)}
 * @param health without log
 * @param ports published and only exposed ones
 * @param labels of the container and its image
 * @param networks by name, without aliases
 * @param mounts without tmpfs
 * @param raw the whole answer
 */
public record ContainerSummary(
        String id,
        List<String> names,
        String image,
        String imageId,
        String command,
        Instant created,
        ContainerStatus status,
        String statusLine,
        Health health,
        List<PublishedPort> ports,
        Map<String, String> labels,
        Map<String, Endpoint> networks,
        List<MountPoint> mounts,
        JsonObject raw) {

    /** {@return the container that an item of the list tells} */
    public static ContainerSummary of(JsonObject raw) {
        String line = raw.string("Status");
        Health health = raw.hasObject("Health") ? Health.of(raw.object("Health")) : Health.ofStatusLine(line);
        return new ContainerSummary(
                raw.string("Id"),
                raw.strings("Names").stream().map(ContainerSummary::bare).toList(),
                raw.string("Image"),
                raw.string("ImageID"),
                raw.string("Command"),
                raw.instant("Created").orElse(Instant.EPOCH),
                ContainerStatus.of(raw.string("State")),
                line,
                health,
                raw.objects("Ports").stream().map(PublishedPort::ofListed).toList(),
                raw.stringMap("Labels"),
                Endpoints.of(raw.object("NetworkSettings")),
                raw.objects("Mounts").stream().map(MountPoint::of).toList(),
                raw);
    }

    /** {@return its own name; its id if it has none} */
    public String name() {
        return names.stream().filter(name -> !name.contains("/")).findFirst().orElse(id);
    }

    /**
     * {@return whether it is removed, and only the list does not know} Each container has a name until it is; when it is
     * removed twice at once, an engine may go on to list it, and knows it no more when it is asked for.
     */
    public boolean isGone() {
        return status == ContainerStatus.REMOVING && names.isEmpty();
    }

    /** {@return the value of a label; empty if it is not there} */
    public Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }

    /** {@return the mode of its primary network, such as {@code bridge}, {@code host} or a network's name or id} */
    public String networkMode() {
        return raw.object("HostConfig").string("NetworkMode");
    }

    private static String bare(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
