package io.github.jcompose.runtime.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The volumes of an engine. */
public interface Volumes {
    /** {@return the volumes ({@code GET /volumes})} */
    List<VolumeDetails> list(Filters filters);

    /** {@return the volume; empty if there is none ({@code GET /volumes/{name}})} */
    Optional<VolumeDetails> find(String name);

    /** {@return the volume, new or as it was before ({@code POST /volumes/create})} */
    VolumeDetails create(Map<String, ?> body);

    /** Removes it ({@code DELETE /volumes/{name}}). */
    void remove(String name, boolean force);
}
