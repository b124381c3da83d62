package io.github.jcompose.runtime.embed;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Ipam;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.NormalProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a copy of a project that gets by beside the project itself and any other copy.
 *
 * @param name of the copy
 * @param randomPorts whether host ports are left to the engine
 * @param replaceNames whether names that hold on the whole engine give way to names of the project
 * @param refuseNames whether a project with such names is refused
 * @param labels more labels for containers, networks and volumes
 */
public record Isolation(
        String name, boolean randomPorts, boolean replaceNames, boolean refuseNames, Map<String, String> labels) {
    private static final String CONTAINER = "container:";

    /** {@return a copy of the project by these rules} */
    public Project of(Project project) {
        Project normal = NormalProject.of(project);
        Map<String, String> byContainerName = new HashMap<>();
        normal.services().forEach((key, service) -> {
            if (service.containerName() != null) {
                byContainerName.put(service.containerName(), key);
            }
        });
        Names names = Names.of(normal);
        Map<String, Service> services = new LinkedHashMap<>();
        normal.services().forEach((key, service) -> services.put(key, service(names, key, service, byContainerName)));
        Map<String, Network> networks = new LinkedHashMap<>(normal.networks());
        networks.replaceAll((key, network) -> network.external() ? network : network(normal.name(), key, network));
        Map<String, Volume> volumes = new LinkedHashMap<>(normal.volumes());
        volumes.replaceAll((key, volume) -> volume.external() ? volume : volume(normal.name(), key, volume));
        return normal.toBuilder()
                .name(name)
                .services(services)
                .networks(networks)
                .volumes(volumes)
                .build();
    }

    private Service service(Names names, String key, Service service, Map<String, String> byContainerName) {
        Map<String, String> all = new TreeMap<>(service.labels());
        all.putAll(labels);
        var copy = service.toBuilder().labels(all);
        if (service.buildSpec() != null
                && (service.image() == null || service.image().isEmpty())) {
            // All copies share the image that the project itself would build.
            copy.image(names.image(key, service));
        }
        if (randomPorts) {
            copy.ports(service.ports().stream().map(Isolation::anyPort).toList());
        }
        String containerName = service.containerName();
        if (containerName != null && refuseNames) {
            throw new ComposeException("services." + key + ".container_name: '" + containerName
                    + "' can be used once on an engine; remove it, or let it be replaced");
        }
        if (replaceNames) {
            if (containerName != null) {
                copy.containerName(null);
            }
            copy.networks(attachments(service, containerName));
            UnaryOperator<@Nullable String> reference = text -> reference(text, byContainerName);
            copy.networkMode(reference.apply(service.networkMode()))
                    .ipc(reference.apply(service.ipc()))
                    .pid(reference.apply(service.pid()))
                    .volumesFrom(service.volumesFrom().stream()
                            .map(from -> volumesFrom(from, byContainerName))
                            .toList());
        }
        return copy.build();
    }

    private static Port anyPort(Port port) {
        return port.toBuilder().published(null).build();
    }

    /** The name of the container was an address for the others: it goes on to be one. Fixed addresses go. */
    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    private static Map<String, NetworkAttachment> attachments(Service service, @Nullable String containerName) {
        Map<String, @Nullable NetworkAttachment> attachments = new LinkedHashMap<>(service.networks());
        attachments.replaceAll((key, attachment) -> {
            if (containerName == null && attachment == null) {
                return null;
            }
            NetworkAttachment given =
                    attachment == null ? NetworkAttachment.builder().build() : attachment;
            List<String> aliases = new ArrayList<>(given.aliases());
            if (containerName != null && !aliases.contains(containerName)) {
                aliases.add(containerName);
            }
            return given.toBuilder()
                    .aliases(aliases)
                    .ipv4Address(null)
                    .ipv6Address(null)
                    .build();
        });
        return attachments;
    }

    private static @Nullable String reference(@Nullable String text, Map<String, String> byContainerName) {
        if (text == null || !text.startsWith(CONTAINER)) {
            return text;
        }
        String service = byContainerName.get(text.substring(CONTAINER.length()));
        return service == null ? text : "service:" + service;
    }

    private static String volumesFrom(String text, Map<String, String> byContainerName) {
        if (!text.startsWith(CONTAINER)) {
            return text;
        }
        String[] parts = text.substring(CONTAINER.length()).split(":", 2);
        String service = byContainerName.get(parts[0]);
        if (service == null) {
            return text;
        }
        return parts.length == 1 ? service : service + ":" + parts[1];
    }

    private Network network(String before, String key, Network network) {
        Map<String, String> all = new TreeMap<>(network.labels());
        all.putAll(labels);
        var copy = network.toBuilder()
                .name(unique("networks", before, key, network.name()))
                .labels(all);
        if (replaceNames && !network.ipam().config().isEmpty()) {
            // Two networks of an engine cannot have the same addresses.
            copy.ipam(Ipam.builder().build());
        }
        return copy.build();
    }

    private Volume volume(String before, String key, Volume volume) {
        Map<String, String> all = new TreeMap<>(volume.labels());
        all.putAll(labels);
        return volume.toBuilder()
                .name(unique("volumes", before, key, volume.name()))
                .labels(all)
                .build();
    }

    private String unique(String kind, String before, String key, @Nullable String given) {
        boolean own = given == null || given.isEmpty() || given.equals(before + "_" + key);
        if (!own && refuseNames) {
            throw new ComposeException(kind + "." + key + ".name: '" + given
                    + "' would be shared with every other copy; remove it, or let it be replaced");
        }
        return own || replaceNames || given == null ? name + "_" + key : given;
    }
}
