package io.github.jcompose.runtime.inspect;

import java.util.List;

/**
 * The processes of a container, as the engine's {@code ps} tells them.
 *
 * @param container the name of the container
 * @param service the service
 * @param number the number of the replica; 0 for a one-off container
 * @param titles of the columns, such as {@code PID} and {@code CMD}
 * @param processes a row for each process, with a cell for each title
 */
public record ContainerProcesses(
        String container, String service, int number, List<String> titles, List<List<String>> processes) {}
