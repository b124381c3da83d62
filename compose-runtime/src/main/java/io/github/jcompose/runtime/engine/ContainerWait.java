package io.github.jcompose.runtime.engine;

/**
 * A wait for the end of a container that the engine has taken note of: an end between the request and
 * {@link #await()} is not missed. Closing it from another thread ends the wait.
 */
public interface ContainerWait extends AutoCloseable {
    /**
     * {@return how the container ended, when it has}
     *
     * @throws io.github.jcompose.runtime.error.EngineException if the connection ends first or this is closed
     */
    ContainerExit await();

    @Override
    void close();
}
