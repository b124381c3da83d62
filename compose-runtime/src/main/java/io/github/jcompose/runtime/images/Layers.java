package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;

/** Tells of the layers of an image that is under way. */
final class Layers {
    private Layers() {}

    /**
     * {@return what the engine says of a layer}
     *
     * @param parent the id of the image's own progress
     * @param done whether nothing more is to be done for it
     */
    static Progress progress(String parent, PullProgress layer, boolean done) {
        return new Progress(
                ResourceKind.LAYER,
                layer.id(),
                parent,
                done ? Status.DONE : Status.WORKING,
                layer.status(),
                "",
                layer.current(),
                layer.total());
    }
}
