package io.github.jcompose.runtime.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the networks of a container. */
final class Endpoints {
    private Endpoints() {}

    /** {@return the endpoints by network name} */
    static Map<String, Endpoint> of(JsonObject networkSettings) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        networkSettings.objectMap("Networks").forEach((name, raw) -> endpoints.put(name, Endpoint.of(raw)));
        return endpoints;
    }
}
