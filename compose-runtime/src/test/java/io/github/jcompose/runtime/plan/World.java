package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.ServiceOrder;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An engine as a planner sees it, on which projects were brought up before. Ids are made from names. */
final class World {
    private final Map<String, Observation.Container> containers = new LinkedHashMap<>();
    private final Map<String, Observation.Network> networks = new HashMap<>();
    private final Map<String, Observation.Volume> volumes = new HashMap<>();
    private final Map<String, String> images = new HashMap<>();
    private final Map<String, String> imageVolumes = new HashMap<>();

    /** {@return a world in which the project runs as it says} */
    static World with(Project project) {
        World world = new World();
        Project normal = NormalProject.of(project);
        normal.networks().forEach((key, n) -> world.network(key, n.name(), ConfigHash.of(n)));
        normal.volumes().forEach((key, v) -> world.volume(key, v.name(), ConfigHash.of(v)));
        normal.services().keySet().forEach(key -> world.images.put(key, "image-1"));
        List<String> order = new ServiceOrder(normal).dependenciesFirst();
        for (String key : order) {
            Service service = service(normal, key);
            for (int number = 1; number <= service.replicas(); number++) {
                world.container(normal, key, number);
            }
        }
        return world;
    }

    private static Service service(Project project, String key) {
        return project.services().getOrDefault(key, Service.builder().build());
    }

    private void container(Project project, String key, int number) {
        Service service = service(project, key);
        String name = Names.of(project).container(key, service, number);
        Map<String, String> labels = new HashMap<>();
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.SERVICE, key);
        labels.put(Labels.ONE_OFF, Labels.NO);
        labels.put(Labels.CONTAINER_NUMBER, String.valueOf(number));
        labels.put(Labels.IMAGE, "image-1");
        labels.put(
                Labels.CONFIG_HASH, ConfigHash.of(ServiceReferences.resolve(service, observation()::firstContainer)));
        Map<String, String> on = new LinkedHashMap<>();
        for (String network : service.networks().keySet()) {
            Observation.Network live = networks.get(network);
            if (live != null) {
                on.put(live.name(), live.id());
            }
        }
        List<Observation.Mount> mounts = new ArrayList<>();
        for (Mount mount : service.volumes()) {
            String source = mount.source();
            Observation.Volume live = source == null ? null : volumes.get(source);
            String target = mount.target() == null ? "" : mount.target();
            mounts.add(new Observation.Mount("volume", live == null ? "anonymous-" + name : live.name(), target));
        }
        put(new Observation.Container(id(name), name, 1000, "running", labels, on, mounts));
    }

    private static String id(String name) {
        return String.format("%012x", name.hashCode() & 0xffffffffL) + name;
    }

    private void put(Observation.Container container) {
        containers.put(container.name(), container);
    }

    World network(String key, @Nullable String name, @Nullable String hash) {
        networks.put(key, new Observation.Network("id-of-" + name, name == null ? key : name, hash));
        return this;
    }

    World volume(String key, @Nullable String name, @Nullable String hash) {
        volumes.put(key, new Observation.Volume(name == null ? key : name, hash));
        return this;
    }

    World image(String service, String id) {
        images.put(service, id);
        return this;
    }

    World imageVolumes(String service, String digest) {
        imageVolumes.put(service, digest);
        return this;
    }

    World without(String container) {
        containers.remove(container);
        return this;
    }

    World state(String container, String state) {
        Observation.Container c = get(container);
        put(new Observation.Container(c.id(), c.name(), c.created(), state, c.labels(), c.networks(), c.mounts()));
        return this;
    }

    World label(String container, String label, String value) {
        Observation.Container c = get(container);
        Map<String, String> labels = new HashMap<>(c.labels());
        labels.put(label, value);
        put(new Observation.Container(c.id(), c.name(), c.created(), c.state(), labels, c.networks(), c.mounts()));
        return this;
    }

    World onNoNetwork(String container) {
        Observation.Container c = get(container);
        put(new Observation.Container(c.id(), c.name(), c.created(), c.state(), c.labels(), Map.of(), c.mounts()));
        return this;
    }

    World withoutNetwork(String key) {
        networks.remove(key);
        return this;
    }

    World knowingNetworksByNameOnly(String container) {
        Observation.Container c = get(container);
        Map<String, String> names = new LinkedHashMap<>(c.networks());
        names.replaceAll((name, id) -> "");
        put(new Observation.Container(c.id(), c.name(), c.created(), c.state(), c.labels(), names, c.mounts()));
        return this;
    }

    World mountingNothing(String container) {
        Observation.Container c = get(container);
        put(new Observation.Container(c.id(), c.name(), c.created(), c.state(), c.labels(), c.networks(), List.of()));
        return this;
    }

    World renamed(String container, String name) {
        Observation.Container c = get(container);
        containers.remove(container);
        put(new Observation.Container(c.id(), name, c.created(), c.state(), c.labels(), c.networks(), c.mounts()));
        return this;
    }

    /** Adds a container like another one, made later. */
    World copy(String container, String name) {
        Observation.Container c = get(container);
        put(new Observation.Container(
                id(name), name, c.created() + 1, c.state(), c.labels(), c.networks(), c.mounts()));
        return this;
    }

    private Observation.Container get(String name) {
        Observation.Container container = containers.get(name);
        if (container == null) {
            throw new IllegalArgumentException("no container " + name + " among " + containers.keySet());
        }
        return container;
    }

    String idOf(String container) {
        return get(container).id().substring(0, 12);
    }

    Observation observation() {
        return new Observation(List.copyOf(containers.values()), networks, volumes, images, imageVolumes);
    }

    static Network network(String driver) {
        return Network.builder().driver(driver).build();
    }

    static Volume volume(String driver) {
        return Volume.builder().driver(driver).build();
    }
}
