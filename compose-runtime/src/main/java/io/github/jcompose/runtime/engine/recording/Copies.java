package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands out what later changes do not reach. */
final class Copies {
    private Copies() {}

    static ContainerDetails details(Map<String, @Nullable Object> container) {
        return ContainerDetails.of(copy(container));
    }

    static JsonObject copy(Map<String, @Nullable Object> object) {
        return JsonObject.of(Json.parse(Json.compact(object)));
    }
}
