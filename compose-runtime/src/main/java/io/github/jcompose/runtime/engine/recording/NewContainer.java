package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a creation's request what an inspection would tell. */
final class NewContainer {
    private final World world;
    private final JsonObject body;

    NewContainer(World world, JsonObject body) {
        this.world = world;
        this.body = body;
    }

    Map<String, @Nullable Object> inspection(String id, String name, @Nullable String imageId) {
        if (imageId == null) {
            throw new EngineNotFoundException("No such image: " + body.string("Image"));
        }
        Map<String, @Nullable Object> config = new LinkedHashMap<>(body.map());
        config.remove("HostConfig");
        config.remove("NetworkingConfig");
        Map<String, @Nullable Object> container = new LinkedHashMap<>();
        container.put("Id", id);
        container.put("Name", "/" + (name.isEmpty() ? "nameless_" + id.substring(56) : name));
        container.put("Created", world.now());
        container.put("Image", imageId);
        container.put("State", states("created"));
        container.put("Config", config);
        container.put("HostConfig", body.object("HostConfig").map());
        container.put("NetworkSettings", settings());
        container.put("Mounts", mounts());
        return container;
    }

    static Map<String, @Nullable Object> states(String status) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("Status", status);
        return state;
    }

    private Map<String, @Nullable Object> settings() {
        Map<String, @Nullable Object> networks = new LinkedHashMap<>();
        body.object("NetworkingConfig")
                .objectMap("EndpointsConfig")
                .forEach((name, endpoint) -> networks.put(name, endpoint(name, endpoint)));
        String mode = body.object("HostConfig").string("NetworkMode");
        boolean own = !mode.equals("none") && !mode.equals("host") && !mode.contains(":");
        if (networks.isEmpty() && own) {
            String name = mode.isEmpty() || mode.equals("default") ? "bridge" : mode;
            networks.put(name, endpoint(name, JsonObject.EMPTY));
        }
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("Networks", networks);
        return settings;
    }

    private Map<String, @Nullable Object> endpoint(String network, JsonObject asked) {
        return endpoint(world, network, asked);
    }

    static Map<String, @Nullable Object> endpoint(World world, String network, JsonObject asked) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>(asked.map());
        endpoint.put(
                "NetworkID",
                world.findNetwork(network)
                        .map(it -> it.get("Id"))
                        .map(String::valueOf)
                        .orElse(network));
        return endpoint;
    }

    private List<@Nullable Object> mounts() {
        List<@Nullable Object> mounts = new ArrayList<>();
        JsonObject host = body.object("HostConfig");
        for (String bind : host.strings("Binds")) {
            String[] parts = bind.split(":", -1);
            if (parts.length > 1) {
                boolean path = parts[0].startsWith("/");
                boolean writable = parts.length < 3 || !parts[2].contains("ro");
                mounts.add(mount(path ? "bind" : "volume", parts[0], parts[1], writable));
            }
        }
        for (JsonObject mount : host.objects("Mounts")) {
            String type = mount.string("Type");
            String source = mount.string("Source");
            if (!type.equals("tmpfs")) {
                String volume = source.isEmpty() ? world.newId() : source;
                mounts.add(mount(type, volume, mount.string("Target"), !mount.bool("ReadOnly")));
            }
        }
        for (String path : body.object("Volumes").map().keySet()) {
            mounts.add(mount("volume", world.newId(), path, true));
        }
        return mounts;
    }

    private static Map<String, @Nullable Object> mount(String type, String source, String target, boolean writable) {
        Map<String, @Nullable Object> mount = new LinkedHashMap<>();
        mount.put("Type", type);
        mount.put(type.equals("volume") ? "Name" : "Source", source);
        mount.put("Destination", target);
        mount.put("RW", writable);
        return mount;
    }
}
