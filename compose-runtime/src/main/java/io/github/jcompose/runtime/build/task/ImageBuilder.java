package io.github.jcompose.runtime.build.task;

import java.util.List;

/** A way to have images built by the engine. */
public interface ImageBuilder {
    /**
     * {@return what it does in another way than the file says, each a line for the user}
     *
     * @throws io.github.jcompose.model.ComposeException if it cannot do what the file says
     */
    List<String> check(BuildTask task);

    /**
     * Builds an image and gives it its names.
     *
     * @throws io.github.jcompose.model.ComposeException if a step fails
     */
    void build(BuildTask task, BuildListener listener);
}
