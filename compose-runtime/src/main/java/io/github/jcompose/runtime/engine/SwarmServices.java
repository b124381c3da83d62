package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services of a swarm. Credentials are the value of the header {@code X-Registry-Auth}, which the swarm hands
 * to the nodes; null for none.
 */
public interface SwarmServices {
    /** {@return all that pass the filters, with the numbers of their tasks ({@code GET /services?status=true})} */
    List<SwarmService> list(Filters filters);

    /** {@return the service of that id or name; empty if there is none ({@code GET /services/{id}})} */
    Optional<SwarmService> find(String id);

    /** {@return what the swarm warns of after it has made the service ({@code POST /services/create})} */
    List<String> create(Map<String, ?> spec, @Nullable String registryAuth);

    /**
     * {@return what the swarm warns of after it has begun the update ({@code POST /services/{id}/update})}
     *
     * @throws io.github.jcompose.runtime.error.EngineException if the service was changed since it was read, too
     */
    List<String> update(SwarmService service, Map<String, ?> spec, @Nullable String registryAuth);

    /** Begins to go back to what the service was before its latest update. */
    void rollback(SwarmService service);

    /** Removes it ({@code DELETE /services/{id}}). */
    void remove(String id);

    /** {@return what its tasks write; each line begins with where it comes from ({@code GET /services/{id}/logs})} */
    FrameStream logs(SwarmService service, LogOptions options);
}
