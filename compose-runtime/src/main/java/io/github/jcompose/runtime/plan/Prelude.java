package io.github.jcompose.runtime.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is done before anything is created.
 *
 * @param models why each AI model is set up
 * @param pulls why each image is fetched, by its name
 * @param builds why the image of each service is built, by service
 */
public record Prelude(Map<String, String> models, Map<String, String> pulls, Map<String, String> builds) {
    /** Nothing. */
    public static final Prelude NOTHING = new Prelude(Map.of(), Map.of(), Map.of());

    public Prelude {
        models = new LinkedHashMap<>(models);
        pulls = new LinkedHashMap<>(pulls);
        builds = new LinkedHashMap<>(builds);
    }
}
