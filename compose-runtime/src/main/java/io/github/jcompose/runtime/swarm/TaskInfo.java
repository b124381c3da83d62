package io.github.jcompose.runtime.swarm;

import java.time.Instant;
import java.util.List;

/**
 * A task of a stack: a container of a service, wanted, there or gone.
 *
 * @param service the name of the service, with the stack's in front
 * @param serviceId its id
 * @param slot the number among the replicas; 0 where each node has one
 * @param previous whether a newer task has its place
 * @param image with its digest if it is known
 * @param node the name of its machine; empty before it has one
 * @param nodeId the id of it
 * @param desiredState such as {@code running}
 * @param state such as {@code failed}
 * @param since when it came to that state
 * @param error why it failed; empty if it did not
 * @param ports published on its machine
 */
public record TaskInfo(
        String id,
        String service,
        String serviceId,
        int slot,
        boolean previous,
        String image,
        String node,
        String nodeId,
        String desiredState,
        String state,
        Instant since,
        String error,
        List<ServiceInfo.PublishedPort> ports) {
    /** {@return the name of the task, by its number or by its machine} */
    public String name() {
        return service + "." + (slot > 0 ? String.valueOf(slot) : nodeId);
    }
}
