package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import java.util.List;

/** An environment that a connection brought up. */
record RunningEnvironment(Compose compose, Project project, List<ContainerInfo> containers) implements Environment {
    @Override
    public void close() {
        compose.down(project, DownOptions.defaults());
    }
}
