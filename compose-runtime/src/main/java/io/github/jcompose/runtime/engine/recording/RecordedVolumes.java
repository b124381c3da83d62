package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.engine.Volumes;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The volumes of the pretended engine. */
final class RecordedVolumes implements Volumes {
    private final World world;

    RecordedVolumes(World world) {
        this.world = world;
    }

    @Override
    public List<VolumeDetails> list(Filters filters) {
        synchronized (world) {
            return world.volumes.values().stream()
                    .map(volume -> VolumeDetails.of(Copies.copy(volume)))
                    .filter(volume -> Matching.matches(filters, volume.name(), volume.labels()))
                    .toList();
        }
    }

    @Override
    public Optional<VolumeDetails> find(String name) {
        synchronized (world) {
            return Optional.ofNullable(world.volumes.get(name)).map(volume -> VolumeDetails.of(Copies.copy(volume)));
        }
    }

    @Override
    public VolumeDetails create(Map<String, ?> body) {
        synchronized (world) {
            Map<String, @Nullable Object> volume =
                    new LinkedHashMap<>(JsonObject.of(body).map());
            String name = volume.get("Name") instanceof String given && !given.isEmpty() ? given : world.newId();
            world.call("create volume " + name);
            volume.put("Name", name);
            volume.putIfAbsent("Driver", "local");
            volume.putIfAbsent("Scope", "local");
            return VolumeDetails.of(new JsonObject(
                    Optional.ofNullable(world.volumes.putIfAbsent(name, volume)).orElse(volume)));
        }
    }

    @Override
    public void remove(String name, boolean force) {
        synchronized (world) {
            world.call("remove volume " + name);
            for (Map<String, @Nullable Object> container : world.containers.values()) {
                if (uses(container, name)) {
                    throw new EngineConflictException("remove " + name + ": volume is in use");
                }
            }
            if (world.volumes.remove(name) == null && !force) {
                throw new EngineNotFoundException("get " + name + ": no such volume");
            }
        }
    }

    private static boolean uses(Map<String, @Nullable Object> container, String name) {
        return new JsonObject(container)
                .objects("Mounts").stream()
                        .anyMatch(mount -> mount.string("Name").equals(name));
    }
}
