package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.Networks;
import io.github.jcompose.runtime.error.EngineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The networks of the pretended engine. */
final class RecordedNetworks implements Networks {
    private static final int FORBIDDEN = 403;

    private final World world;

    RecordedNetworks(World world) {
        this.world = world;
    }

    @Override
    public List<NetworkDetails> list(Filters filters) {
        synchronized (world) {
            return world.networks.values().stream()
                    .map(network -> NetworkDetails.of(Copies.copy(network)))
                    .filter(network -> Matching.matches(filters, network.name(), network.labels()))
                    .toList();
        }
    }

    @Override
    public Optional<NetworkDetails> find(String id) {
        synchronized (world) {
            return world.findNetwork(id).map(this::details);
        }
    }

    private NetworkDetails details(Map<String, @Nullable Object> network) {
        return NetworkDetails.of(withContainers(network));
    }

    private JsonObject withContainers(Map<String, @Nullable Object> network) {
        Map<String, @Nullable Object> containers = new LinkedHashMap<>();
        String name = String.valueOf(network.get("Name"));
        for (Map<String, @Nullable Object> container : world.containers.values()) {
            if (endpoints(container).map().containsKey(name)) {
                containers.put(String.valueOf(container.get("Id")), Map.of("Name", name(container)));
            }
        }
        Map<String, @Nullable Object> copy =
                new LinkedHashMap<>(Copies.copy(network).map());
        copy.put("Containers", containers);
        return new JsonObject(copy);
    }

    private static JsonObject endpoints(Map<String, @Nullable Object> container) {
        return new JsonObject(container).object("NetworkSettings").object("Networks");
    }

    @Override
    public String create(Map<String, ?> body) {
        synchronized (world) {
            Map<String, @Nullable Object> network =
                    new LinkedHashMap<>(JsonObject.of(body).map());
            world.call("create network " + network.get("Name"));
            String id = world.newId();
            network.put("Id", id);
            network.putIfAbsent("Driver", "bridge");
            network.putIfAbsent("Scope", "local");
            world.networks.put(id, network);
            return id;
        }
    }

    @Override
    public void remove(String id) {
        synchronized (world) {
            Map<String, @Nullable Object> network = world.network(id);
            world.call("remove network " + network.get("Name"));
            if (!withContainers(network).object("Containers").map().isEmpty()) {
                throw new EngineException("network " + network.get("Name") + " has active endpoints", FORBIDDEN);
            }
            world.networks.remove(String.valueOf(network.get("Id")));
        }
    }

    @Override
    public void connect(String id, String containerId, Map<String, ?> endpoint) {
        synchronized (world) {
            String network = String.valueOf(world.network(id).get("Name"));
            Map<String, @Nullable Object> container = world.container(containerId);
            world.call("connect container " + name(container) + " to " + network);
            Map<String, @Nullable Object> networks =
                    new LinkedHashMap<>(endpoints(container).map());
            networks.put(network, NewContainer.endpoint(world, network, JsonObject.of(endpoint)));
            replace(container, networks);
        }
    }

    @Override
    public void disconnect(String id, String containerId, boolean force) {
        synchronized (world) {
            String network = String.valueOf(world.network(id).get("Name"));
            Map<String, @Nullable Object> container = world.container(containerId);
            world.call("disconnect container " + name(container) + " from " + network);
            Map<String, @Nullable Object> networks =
                    new LinkedHashMap<>(endpoints(container).map());
            networks.remove(network);
            replace(container, networks);
        }
    }

    private static void replace(Map<String, @Nullable Object> container, Map<String, @Nullable Object> networks) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>(
                new JsonObject(container).object("NetworkSettings").map());
        settings.put("Networks", networks);
        container.put("NetworkSettings", settings);
    }

    private static String name(Map<String, @Nullable Object> container) {
        return new JsonObject(container).string("Name").substring(1);
    }
}
