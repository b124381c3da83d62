package io.github.jcompose.runtime.swarm;

import java.util.List;
import java.util.Map;

/**
 * A service of a swarm.
 *
 * @param name with the stack's in front
 * @param running how many tasks run
 * @param desired how many tasks there should be
 * @param completed how many tasks of a job have ended well
 * @param completions how many tasks of a job are to end well; 0 for other services
 * @param maxPerNode how many tasks a node may have; 0 for any number
 * @param image with its digest if it is known
 * @param ports of the whole swarm and of single nodes
 * @param update how the latest update goes, such as {@code updating} or {@code rollback_completed}; empty without one
 * @param labels of the service
 */
public record ServiceInfo(
        String id,
        String name,
        Mode mode,
        int running,
        int desired,
        int completed,
        int completions,
        int maxPerNode,
        String image,
        List<PublishedPort> ports,
        String update,
        Map<String, String> labels) {

    /** How many tasks a service has, and whether they are to end. */
    public enum Mode {
        REPLICATED,
        GLOBAL,
        REPLICATED_JOB,
        GLOBAL_JOB
    }

    /**
     * A port of a service or a task.
     *
     * @param published 0 if none is published
     * @param target in the container
     * @param protocol tcp, udp or sctp
     * @param ingress whether each node of the swarm answers there
     */
    public record PublishedPort(int published, int target, String protocol, boolean ingress) {}
}
