package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.ImageSummary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the identities of images by the names that compose files give them. */
final class ImageIndex {
    /** For more than so many images one list of all is cheaper than a question for each. */
    private static final int FEW = 4;

    private final Engine engine;

    ImageIndex(Engine engine) {
        this.engine = engine;
    }

    /** {@return the id of each image that is on the engine, by its name} */
    Map<String, String> find(Collection<String> names) {
        Map<String, String> found = new HashMap<>();
        Collection<String> distinct = new TreeSet<>(names);
        Map<String, String> listed = distinct.size() > FEW ? listed() : Map.of();
        for (String name : distinct) {
            String id = listed.get(key(name));
            if (id != null) {
                found.put(name, id);
            } else {
                // The list does not tell images named by an id, so that what it lacks is asked for.
                engine.images().find(name).map(ImageDetails::id).ifPresent(it -> found.put(name, it));
            }
        }
        return found;
    }

    private Map<String, String> listed() {
        Map<String, String> ids = new HashMap<>();
        for (ImageSummary image : engine.images().list(Filters.none())) {
            List<String> names = image.tags();
            names.forEach(name -> ids.put(key(name), image.id()));
            image.digests().forEach(name -> ids.put(key(name), image.id()));
        }
        return ids;
    }

    private static String key(String name) {
        ImageName parsed = ImageName.parse(name);
        return parsed.repository() + "@" + parsed.version();
    }
}
