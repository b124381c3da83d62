package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.ImageSummary;
import io.github.jcompose.runtime.engine.Images;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images of the pretended engine, and of the one behind it. */
final class RecordedImages implements Images {
    private final World world;
    private final Optional<Engine> behind;

    RecordedImages(World world, Optional<Engine> behind) {
        this.world = world;
        this.behind = behind;
    }

    /** {@return the id of the image of that name; null if there is none} */
    @Nullable
    String id(String name) {
        return find(name).map(ImageDetails::id).orElse(null);
    }

    /** {@return the id of a new image of that name} */
    String add(String name) {
        synchronized (world) {
            Map<String, @Nullable Object> image = new LinkedHashMap<>();
            String id = "sha256:" + world.newId();
            image.put("Id", id);
            image.put("RepoTags", List.of(name));
            image.put("Os", "linux");
            image.put("Architecture", "amd64");
            world.images.put(key(name), image);
            return id;
        }
    }

    void add(String name, Map<String, ?> inspection) {
        synchronized (world) {
            world.images.put(
                    key(name), new LinkedHashMap<>(JsonObject.of(inspection).map()));
        }
    }

    private static String key(String name) {
        return name.startsWith("sha256:") ? name : ImageName.parse(name).toString();
    }

    @Override
    public List<ImageSummary> list(Filters filters) {
        synchronized (world) {
            List<ImageSummary> own = world.images.values().stream()
                    .map(image -> ImageSummary.of(Copies.copy(image)))
                    .filter(image -> Matching.labels(filters, image.labels()))
                    .toList();
            List<ImageSummary> all = new ArrayList<>(own);
            behind.ifPresent(engine -> engine.images().list(filters).stream()
                    .filter(image -> own.stream().noneMatch(o -> o.id().equals(image.id())))
                    .forEach(all::add));
            return all;
        }
    }

    @Override
    public Optional<ImageDetails> find(String name) {
        synchronized (world) {
            Optional<ImageDetails> own = world.images.entrySet().stream()
                    .filter(it -> it.getKey().equals(key(name))
                            || name.equals(it.getValue().get("Id")))
                    .map(it -> ImageDetails.of(Copies.copy(it.getValue())))
                    .findFirst();
            return own.isPresent()
                    ? own
                    : behind.flatMap(engine -> engine.images().find(name));
        }
    }

    @Override
    public void pull(
            String name, @Nullable String platform, @Nullable String registryAuth, Consumer<PullProgress> progress) {
        synchronized (world) {
            world.call("pull image " + name);
            // A name that the registry does not know is found out even by a pretended pull.
            behind.ifPresent(engine -> engine.images().digest(name, registryAuth));
            if (find(name).isEmpty()) {
                add(name);
            }
        }
    }

    @Override
    public void push(String name, @Nullable String registryAuth, Consumer<PullProgress> progress) {
        synchronized (world) {
            world.call("push image " + name);
        }
    }

    @Override
    public void tag(String name, String target) {
        synchronized (world) {
            world.call("tag image " + name + " as " + target);
            ImageDetails image = find(name).orElseThrow(() -> new EngineNotFoundException("No such image: " + name));
            add(target, image.raw().map());
        }
    }

    @Override
    public void remove(String name, boolean force) {
        synchronized (world) {
            world.call("remove image " + name);
            if (world.images.remove(key(name)) == null && find(name).isEmpty()) {
                throw new EngineNotFoundException("No such image: " + name);
            }
        }
    }

    @Override
    public String digest(String name, @Nullable String registryAuth) {
        return behind.map(engine -> engine.images().digest(name, registryAuth))
                .orElseThrow(() -> new EngineNotFoundException("no registry behind a pretended engine: " + name));
    }
}
