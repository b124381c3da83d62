package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.EngineRequest;

/** Puts the requests together that several endpoints have in common. */
final class Paths {
    private Paths() {}

    static EngineRequest get(String path) {
        return EngineRequest.of("GET", path);
    }

    static EngineRequest post(String path) {
        return EngineRequest.of("POST", path);
    }

    static EngineRequest delete(String path) {
        return EngineRequest.of("DELETE", path);
    }

    /** {@return the path of a container or of something it can do} */
    static String container(String id, String what) {
        return "/containers/" + id + what;
    }
}
