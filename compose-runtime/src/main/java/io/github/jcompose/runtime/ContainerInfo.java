package io.github.jcompose.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container of a project, as the engine lists it.
 *
 * @param id the whole id
 * @param number the number of the replica; 0 for a one-off container
 * @param oneOff whether {@code run} made it
 * @param image the image as the container was created from it
 * @param command the command line
 * @param state running, exited, paused, …
 * @param status the state in the engine's words, such as {@code Up 3 minutes (healthy)}
 * @param health healthy, unhealthy or starting; empty without a healthcheck
 * @param exitCode of a container that has exited; else 0
 * @param ports in the engine's order
 * @param mounts the names of the volumes and the paths of the binds
 * @param localVolumes how many of the mounts are volumes of this engine
 * @param networks the names of the networks
 */
public record ContainerInfo(
        String id,
        String name,
        String project,
        String service,
        int number,
        boolean oneOff,
        String image,
        String command,
        Instant created,
        String state,
        String status,
        String health,
        int exitCode,
        List<PublishedPort> ports,
        Map<String, String> labels,
        List<String> mounts,
        int localVolumes,
        List<String> networks) {

    /**
     * A port of a container.
     *
     * @param address where it is published; empty if it is not
     * @param published the port on the engine's host; null if it is not published
     * @param target the port in the container
     * @param protocol tcp, udp or sctp
     */
    public record PublishedPort(String address, @Nullable Integer published, int target, String protocol) {}
}
