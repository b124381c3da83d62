package io.github.jcompose.runtime.inspect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a container uses.
 *
 * @param container its name
 * @param id its whole id
 * @param service the service
 * @param number the number of the replica; 0 for a one-off container
 * @param usage null as long as nothing is known, and for a container that does not run
 */
public record ContainerStats(
        String container,
        String id,
        String service,
        int number,
        @Nullable Usage usage) {
    /**
     * What is used of the machine. Memory is without the file cache, which the kernel gives back when it is needed.
     *
     * @param time of the sample, by the engine's clock
     * @param cpuPercent since the sample before; 100 for one whole CPU
     * @param memory in bytes
     * @param memoryLimit in bytes; all memory of the machine if there is no limit
     * @param memoryPercent of the limit
     * @param received bytes from all networks since the start
     * @param sent bytes to all networks since the start
     * @param read bytes from block devices since the start
     * @param written bytes to block devices since the start
     * @param processes how many processes and threads there are
     */
    public record Usage(
            Instant time,
            double cpuPercent,
            long memory,
            long memoryLimit,
            double memoryPercent,
            long received,
            long sent,
            long read,
            long written,
            long processes) {}
}
