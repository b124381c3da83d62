package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Map;

/** The configs or the secrets of a swarm ({@code /configs}, {@code /secrets}). */
public interface SwarmObjects {
    /** {@return all that pass the filters ({@code GET /secrets})} */
    List<SwarmObject> list(Filters filters);

    /** {@return the id of a new one ({@code POST /secrets/create})} */
    String create(Map<String, ?> body);

    /**
     * Gives one other labels ({@code POST /secrets/{id}/update}).
     *
     * @throws io.github.jcompose.runtime.error.EngineException of status 400 if the body has other content
     */
    void update(SwarmObject object, Map<String, ?> body);

    /** Removes one that no service uses ({@code DELETE /secrets/{id}}). */
    void remove(String id);
}
