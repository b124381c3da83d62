package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a container is still what its service asks for. */
final class Divergence {
    private final Project project;
    private final Observation seen;
    private final String key;
    private final Service service;
    private final String expectedHash;
    private final @Nullable String files;

    Divergence(PlanRequest request, Observation seen, String key, Service service) {
        this.project = request.project();
        this.files = request.files().get(key);
        this.seen = seen;
        this.key = key;
        this.service = service;
        this.expectedHash = ConfigHash.of(ServiceReferences.resolve(service, seen::firstContainer));
    }

    /**
     * {@return why the container must be replaced; null if it need not}
     *
     * @param replaced the services whose containers are replaced by this plan
     */
    @Nullable
    String of(Observation.Container container, Recreate policy, Set<String> replaced) {
        if (policy == Recreate.NEVER) {
            return null;
        }
        if (policy == Recreate.ALWAYS) {
            return "forced";
        }
        for (String parent : ServiceReferences.parents(service)) {
            if (replaced.contains(parent)) {
                return "service " + parent + " recreated";
            }
        }
        if (!expectedHash.equals(container.labels().get(Labels.CONFIG_HASH))) {
            return "configuration changed";
        }
        if (!Objects.equals(seen.images().get(key), container.labels().get(Labels.IMAGE))) {
            return "image changed";
        }
        if (!Objects.equals(seen.imageVolumes().get(key), container.labels().get(Labels.IMAGE_VOLUME_DIGEST))) {
            return "image of a volume changed";
        }
        String known = container.labels().get(Labels.FILES);
        if (files != null && known != null && !known.equals(files)) {
            return "configs or secrets changed";
        }
        String elsewhere = container.running() ? missingNetwork(container) : lostNetwork(container);
        if (elsewhere != null) {
            return "not on network " + elsewhere;
        }
        String volume = missingVolume(container);
        if (volume != null) {
            return "volume " + volume + " not mounted";
        }
        return container.state().matches("dead|removing") ? "container is " + container.state() : null;
    }

    private @Nullable String missingNetwork(Observation.Container container) {
        for (String network : service.networks().keySet()) {
            Observation.Network live = seen.networks().get(network);
            if (live != null && !container.networks().containsValue(live.id())) {
                return live.name();
            }
        }
        return null;
    }

    /** {@return a network that a stopped container would not find again; one never started knows names only} */
    private @Nullable String lostNetwork(Observation.Container container) {
        for (String key : service.networks().keySet()) {
            Network network = project.networks().get(key);
            Observation.Network live = seen.networks().get(key);
            String name = live != null ? live.name() : network == null ? null : network.name();
            if (name == null || (live != null && container.networks().containsValue(live.id()))) {
                continue;
            }
            String id = container.networks().get(name);
            boolean renamed = network != null && !name.equals(network.name());
            if (!renamed && (id == null || !id.isEmpty())) {
                return name;
            }
        }
        return null;
    }

    private @Nullable String missingVolume(Observation.Container container) {
        for (Mount mount : service.volumes()) {
            String source = mount.source();
            Volume volume = Mount.VOLUME.equals(mount.type()) && source != null
                    ? project.volumes().get(source)
                    : null;
            String name = volume == null ? null : volume.name();
            if (name != null
                    && container.mounts().stream().noneMatch(m -> m.name().equals(name))) {
                return name;
            }
        }
        return null;
    }
}
