package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineVersion;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.ImageSummary;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the identities of images by the names that compose files give them. */
final class ImageIndex {
    /** For more than so many images one list of all is cheaper than a question for each. */
    private static final int FEW = 4;

    /**
     * An image that is wanted.
     *
     * @param platform that the user asks for; null for any
     */
    record Reference(String name, @Nullable String platform) {}

    private final Engine engine;
    private @Nullable String host;

    ImageIndex(Engine engine) {
        this.engine = engine;
    }

    /** {@return the identity of each image that is on the engine for the platform in question} */
    Map<Reference, String> find(Collection<Reference> references) {
        Map<Reference, String> found = new HashMap<>();
        Set<String> names = new TreeSet<>();
        references.forEach(reference -> names.add(reference.name()));
        Map<String, JsonObject> listed = names.size() > FEW ? listed() : Map.of();
        Map<String, JsonObject> inspected = new HashMap<>();
        for (Reference reference : new HashSet<>(references)) {
            String name = reference.name();
            JsonObject image = listed.get(key(name));
            // The list does not tell images named by an id, nor the platforms of old engines.
            if (image == null
                    || (reference.platform() != null
                            && image.objects("Manifests").isEmpty())) {
                image = inspected.computeIfAbsent(
                        name,
                        n -> engine.images().find(n).map(ImageDetails::raw).orElse(JsonObject.EMPTY));
            }
            String identity = image.string("Id").isEmpty() ? null : identity(image, reference.platform());
            if (identity != null) {
                found.put(reference, identity);
            }
        }
        return found;
    }

    private @Nullable String identity(JsonObject image, @Nullable String platform) {
        if (platform != null) {
            return ImageIdentity.of(image, platform, true);
        }
        boolean several = image.objects("Manifests").size() > 1;
        return ImageIdentity.of(image, several ? host() : "", false);
    }

    private String host() {
        String known = host;
        if (known == null) {
            EngineVersion version = engine.version();
            known = version.os() + "/" + version.architecture();
            host = known;
        }
        return known;
    }

    private Map<String, JsonObject> listed() {
        Map<String, JsonObject> images = new HashMap<>();
        for (ImageSummary image : engine.images().list(Filters.none())) {
            image.tags().forEach(name -> images.put(key(name), image.raw()));
            image.digests().forEach(name -> images.put(key(name), image.raw()));
        }
        return images;
    }

    private static String key(String name) {
        ImageName parsed = ImageName.parse(name);
        return parsed.repository() + "@" + parsed.version();
    }
}
