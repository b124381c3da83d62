package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import java.util.List;

/** A project that was brought up. Closing it takes it down; named volumes stay. */
public interface Environment extends AutoCloseable {
    /** {@return the project} */
    Project project();

    /** {@return its containers as they were when it had come up} */
    List<ContainerInfo> containers();

    /** Takes the project down. Who wants it to run on just does not close it. */
    @Override
    void close();
}
