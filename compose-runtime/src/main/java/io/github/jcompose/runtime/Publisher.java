package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;

/** Puts the files of a project into a registry, as the loader's {@code RemoteAccess} does. */
@FunctionalInterface
public interface Publisher {
    /**
     * {@return the reference of what has been published}
     *
     * @param project the project; with digests in place of tags if they were asked for
     * @throws io.github.jcompose.model.ComposeException if the registry does not take it
     */
    String publish(Project project);
}
