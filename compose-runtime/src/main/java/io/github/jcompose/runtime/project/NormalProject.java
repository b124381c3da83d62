package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a project built in code the names and the default network that the loader gives one from files. */
public final class NormalProject {
    private static final String DEFAULT = "default";

    private NormalProject() {}

    /** {@return the project with every network and volume named, and every service on a network} */
    public static Project of(Project project) {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((key, service) -> services.put(key, attached(service)));
        Map<String, Network> networks = new LinkedHashMap<>(project.networks());
        boolean usesDefault =
                services.values().stream().anyMatch(s -> s.networks().containsKey(DEFAULT));
        if (usesDefault) {
            networks.putIfAbsent(DEFAULT, Network.builder().build());
        }
        networks.replaceAll((key, network) -> isSet(network.name())
                ? network
                : network.toBuilder()
                        .name(name(project, key, network.external()))
                        .build());
        Map<String, Volume> volumes = new LinkedHashMap<>(project.volumes());
        volumes.replaceAll((key, volume) -> isSet(volume.name())
                ? volume
                : volume.toBuilder().name(name(project, key, volume.external())).build());
        return project.toBuilder()
                .services(services)
                .networks(networks)
                .volumes(volumes)
                .build();
    }

    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    private static Service attached(Service service) {
        if (!service.networks().isEmpty() || isSet(service.networkMode()) || service.provider() != null) {
            return service;
        }
        Map<String, @Nullable NetworkAttachment> networks = new HashMap<>();
        networks.put(DEFAULT, null);
        return service.toBuilder().networks(networks).build();
    }

    private static String name(Project project, String key, boolean external) {
        return external ? key : project.name() + "_" + key;
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
