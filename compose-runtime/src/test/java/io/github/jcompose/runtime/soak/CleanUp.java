package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.error.EngineException;

/** Removes what a round has left, which is something only if it has failed. */
final class CleanUp {
    private final Engine engine;
    private final Reference reference;
    private final Filters ours;

    CleanUp(Engine engine, Reference reference) {
        this.engine = engine;
        this.reference = reference;
        this.ours = Filters.label("com.docker.compose.project", reference.blueprint.name);
    }

    void run() {
        engine.containers()
                .list(ours, true)
                .forEach(it -> quietly(() -> engine.containers().remove(it.id(), true, true)));
        engine.networks()
                .list(ours)
                .forEach(it -> quietly(() -> engine.networks().remove(it.id())));
        engine.volumes().list(ours).forEach(it -> quietly(() -> engine.volumes().remove(it.name(), true)));
        reference.kept.forEach(it -> quietly(() -> engine.volumes().remove(it, true)));
    }

    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException e) {
            // It is gone already.
        }
    }
}
