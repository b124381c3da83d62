package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The networks of an engine. An id may be a name too. */
public interface Networks {
    /** {@return the networks ({@code GET /networks})} */
    List<NetworkDetails> list(Filters filters);

    /** {@return the network with its containers; empty if there is none ({@code GET /networks/{id}})} */
    Optional<NetworkDetails> find(String id);

    /** {@return the id of a new network ({@code POST /networks/create})} */
    String create(Map<String, ?> body);

    /** Removes it ({@code DELETE /networks/{id}}). */
    void remove(String id);

    /**
     * Puts a container on it ({@code POST /networks/{id}/connect}).
     *
     * @param endpoint the {@code EndpointConfig}: aliases, addresses; empty for none
     */
    void connect(String id, String containerId, Map<String, ?> endpoint);

    /** Takes a container off it ({@code POST /networks/{id}/disconnect}). */
    void disconnect(String id, String containerId, boolean force);
}
