package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The swarm that an engine belongs to. Most of it answers only on a manager of a swarm. */
public interface Swarm {
    /** {@return what the engine says of its swarm: {@code LocalNodeState}, {@code ControlAvailable} ({@code GET /info})} */
    JsonObject state();

    /** Makes the engine the first manager of a new swarm ({@code POST /swarm/init}). */
    void init(Map<String, ?> body);

    /** Takes the engine into the swarm of others ({@code POST /swarm/join}). */
    void join(Map<String, ?> body);

    /** Takes the engine out of its swarm ({@code POST /swarm/leave}). */
    void leave(boolean force);

    /** {@return the swarm, with the tokens for joining ({@code GET /swarm})} */
    JsonObject inspect();

    /** {@return its machines ({@code GET /nodes})} */
    List<SwarmNode> nodes(Filters filters);

    /** Changes a machine: its availability, its labels ({@code POST /nodes/{id}/update}). */
    void updateNode(SwarmNode node, Map<String, ?> spec);

    /** Removes a machine that has left ({@code DELETE /nodes/{id}}). */
    void removeNode(String id, boolean force);

    /** {@return the tasks of its services ({@code GET /tasks})} */
    List<SwarmTask> tasks(Filters filters);

    /** {@return its services} */
    SwarmServices services();

    /** {@return its configs} */
    SwarmObjects configs();

    /** {@return its secrets} */
    SwarmObjects secrets();

    /**
     * {@return what the registry of an image says of it: digest and platforms ({@code GET /distribution/{name}/json})}
     */
    JsonObject distribution(String image, @Nullable String registryAuth);
}
