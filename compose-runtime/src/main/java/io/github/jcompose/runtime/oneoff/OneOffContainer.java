package io.github.jcompose.runtime.oneoff;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.FileArchive;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.execute.Hooks;

/**
 * A one-off container that was created.
 *
 * @param id on the engine
 * @param name on the engine
 * @param key the service that it was made for
 * @param service what became of the service
 */
public record OneOffContainer(Engine engine, Project project, String id, String name, String key, Service service) {
    /**
     * Starts it.
     *
     * @throws ComposeException if it does not start
     */
    public void start() {
        FileArchive.of(project, key, service)
                .ifPresent(archive -> engine.containers().copyTo(id, "/", archive.owners(), archive.tar()));
        engine.containers().start(id);
    }

    /**
     * Runs the hooks that follow its start.
     *
     * @throws ComposeException if one fails, unless the container has ended meanwhile
     */
    public void runHooks() {
        try {
            new Hooks(engine).postStart(key, service, id);
        } catch (EngineConflictException | EngineNotFoundException e) {
            // What is over as quickly as that needs no hooks any more.
        }
    }

    /** Ends it at once, if it runs. */
    public void kill() {
        quietly(() -> engine.containers().kill(id, ""));
    }

    /** Removes it with its anonymous volumes, whatever it is doing. */
    public void remove() {
        quietly(() -> engine.containers().remove(id, true, true));
    }

    /** Does it even for a thread that is interrupted, which stays so; a failure leaves nothing else to do. */
    private static void quietly(Runnable removal) {
        boolean interrupted = Thread.interrupted();
        try {
            removal.run();
        } catch (EngineException e) {
            // It is gone already, or the engine is.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
