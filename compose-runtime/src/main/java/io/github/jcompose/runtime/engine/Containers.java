package io.github.jcompose.runtime.engine;

import io.github.jcompose.runtime.error.EngineException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The containers of an engine. An id may be a name or the beginning of an id too. */
public interface Containers {
    /** {@return the containers, the newest first; only running ones unless all ({@code GET /containers/json})} */
    List<ContainerSummary> list(Filters filters, boolean all);

    /** {@return the container ({@code GET /containers/{id}/json})} */
    ContainerDetails inspect(String id);

    /** {@return the container; empty if there is none ({@code GET /containers/{id}/json})} */
    Optional<ContainerDetails> find(String id);

    /**
     * Creates a container ({@code POST /containers/create}).
     *
     * @param name empty to let the engine choose one
     * @param platform such as {@code linux/arm64}; null for the engine's own
     * @param body the request as the engine's API defines it
     */
    CreatedContainer create(String name, @Nullable String platform, Map<String, ?> body);

    /** Starts it; nothing happens if it runs ({@code POST /containers/{id}/start}). */
    void start(String id);

    /**
     * Stops it; nothing happens if it does not run ({@code POST /containers/{id}/stop}).
     *
     * @param timeout until it is killed; null for the container's own
     */
    void stop(String id, @Nullable Duration timeout);

    /**
     * Stops and starts it ({@code POST /containers/{id}/restart}).
     *
     * @param timeout until it is killed; null for the container's own
     */
    void restart(String id, @Nullable Duration timeout);

    /**
     * Sends a signal ({@code POST /containers/{id}/kill}).
     *
     * @param signal name or number; empty for {@code SIGKILL}
     */
    void kill(String id, String signal);

    /** Pauses it ({@code POST /containers/{id}/pause}). */
    void pause(String id);

    /** Lets it go on ({@code POST /containers/{id}/unpause}). */
    void unpause(String id);

    /** Renames it ({@code POST /containers/{id}/rename}). */
    void rename(String id, String name);

    /**
     * Removes it ({@code DELETE /containers/{id}}).
     *
     * @param force whether a running one is killed
     * @param volumes whether its anonymous volumes go too
     */
    void remove(String id, boolean force, boolean volumes);

    /**
     * Removes a container that could not be made complete, with its anonymous volumes. If that fails too, the failure
     * notes it.
     */
    default void discard(String id, RuntimeException failure) {
        try {
            remove(id, true, true);
        } catch (EngineException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Changes limits or the restart policy ({@code POST /containers/{id}/update}).
     *
     * @return the engine's warnings
     */
    List<String> update(String id, Map<String, ?> body);

    /** {@return a wait that the engine has taken note of ({@code POST /containers/{id}/wait})} */
    ContainerWait waitFor(String id, WaitCondition condition);

    /**
     * {@return its processes ({@code GET /containers/{id}/top})}
     *
     * @param psArguments of {@code ps}; empty for {@code -ef}
     */
    ProcessTable top(String id, String psArguments);

    /** {@return its use of resources, once or once a second ({@code GET /containers/{id}/stats})} */
    MessageStream<JsonObject> stats(String id, boolean stream);

    /** Sets the size of its terminal ({@code POST /containers/{id}/resize}). */
    void resize(String id, int rows, int columns);

    /**
     * {@return its log ({@code GET /containers/{id}/logs})}
     *
     * @param tty whether the container has a terminal, so that its output is not framed
     */
    FrameStream logs(String id, boolean tty, LogOptions options);

    /** {@return its output from now on, and its input ({@code POST /containers/{id}/attach})} */
    Attachment attach(String id, AttachOptions options);

    /** {@return a file in it; empty if there is none ({@code HEAD /containers/{id}/archive})} */
    Optional<PathStat> stat(String id, String path);

    /** {@return a file or folder in it ({@code GET /containers/{id}/archive})} */
    Archive copyFrom(String id, String path);

    /**
     * Unpacks an archive into a folder of it ({@code PUT /containers/{id}/archive}).
     *
     * @param path must be there
     * @param copyUidGid whether owners are taken from the archive's numbers
     * @param tar read to its end
     */
    void copyTo(String id, String path, boolean copyUidGid, InputStream tar);

    /** {@return its whole file system as a tar archive, to be closed ({@code GET /containers/{id}/export})} */
    InputStream export(String id);

    /**
     * Makes an image of it ({@code POST /commit}).
     *
     * @param repository such as {@code shop:1.0}; empty for none
     * @param comment empty for none
     * @param author empty for none
     * @param pause whether it is paused meanwhile
     * @param changes instructions of a Dockerfile
     * @return the id of the image
     */
    String commit(String id, String repository, String comment, String author, boolean pause, List<String> changes);
}
