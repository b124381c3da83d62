package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the BuildKit of an engine can do, which depends on its version and its store. */
class Abilities {
    /** Engine 23.0, with BuildKit 0.10 and its Dockerfile frontend 1.4. */
    private static final String NEWER = "1.42";

    private final Engine engine;
    private @Nullable Boolean imageStore;

    Abilities(Engine engine) {
        this.engine = engine;
    }

    /** {@return whether the frontend knows additional contexts by itself} */
    boolean namedContexts() {
        return engine.info().apiVersion().atLeast(NEWER);
    }

    /** {@return whether a folder of a git repository can be a context by itself} */
    boolean gitFolders() {
        return engine.info().apiVersion().atLeast(NEWER);
    }

    /** {@return whether the frontend knows ulimits and the size of {@code /dev/shm}} */
    boolean frontendLimits() {
        return engine.info().apiVersion().atLeast(NEWER);
    }

    /** {@return whether images are in containerd's store, which keeps platforms and attestations} */
    synchronized boolean imageStore() {
        Boolean known = imageStore;
        if (known == null) {
            known = askForStore();
            imageStore = known;
        }
        return known;
    }

    private boolean askForStore() {
        try (EngineResponse answer = engine.request(EngineRequest.of("GET", "/info"))) {
            JsonObject info = JsonObject.of(Json.parse(answer.content().readAllBytes()));
            return String.valueOf(info.map().get("DriverStatus")).contains("io.containerd.snapshotter.v1");
        } catch (IOException e) {
            throw new EngineException("lost the engine: " + e.getMessage(), 0, e);
        }
    }

    /** {@return the address that {@code host-gateway} stands for; empty if the engine does not tell} */
    String hostGateway() {
        return engine.networks()
                .find("bridge")
                .map(network -> network.raw().object("IPAM").objects("Config").stream()
                        .map(pool -> pool.string("Gateway"))
                        .filter(gateway -> !gateway.isEmpty())
                        .findFirst()
                        .orElse(""))
                .orElse("");
    }
}
