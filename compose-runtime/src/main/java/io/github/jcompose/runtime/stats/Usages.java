package io.github.jcompose.runtime.stats;

import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.inspect.ContainerStats.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads samples of the engine ({@code GET /containers/{id}/stats}), computing what the docker command computes. */
final class Usages {
    private Usages() {}

    /** {@return what the sample tells; null if it tells nothing, as of a container that does not run} */
    static @Nullable Usage of(JsonObject sample) {
        Instant time = sample.instant("read").orElse(null);
        JsonObject memoryStats = sample.object("memory_stats");
        if (time == null || (memoryStats.map().isEmpty() && cpu(sample, "cpu_stats") == 0)) {
            return null;
        }
        long memory = memory(memoryStats);
        long limit = memoryStats.number("limit");
        long received = 0;
        long sent = 0;
        for (JsonObject network : sample.objectMap("networks").values()) {
            received += network.number("rx_bytes");
            sent += network.number("tx_bytes");
        }
        JsonObject blocks = sample.object("blkio_stats");
        return new Usage(
                time,
                cpuPercent(sample),
                memory,
                limit,
                limit == 0 ? 0 : 100.0 * memory / limit,
                received,
                sent,
                bytes(blocks, "read"),
                bytes(blocks, "write"),
                sample.object("pids_stats").number("current"));
    }

    private static double cpuPercent(JsonObject sample) {
        JsonObject now = sample.object("cpu_stats");
        JsonObject before = sample.object("precpu_stats");
        double used = (double) cpu(sample, "cpu_stats") - cpu(sample, "precpu_stats");
        // Both count nanoseconds; the system's of all CPUs together.
        double passed = (double) now.number("system_cpu_usage") - before.number("system_cpu_usage");
        boolean first = before.number("system_cpu_usage") == 0;
        if (first || used <= 0 || passed <= 0) {
            return 0;
        }
        long cpus = now.number("online_cpus");
        if (cpus == 0) {
            cpus = now.object("cpu_usage").map().get("percpu_usage") instanceof List<?> each ? each.size() : 1;
        }
        return used / passed * cpus * 100;
    }

    private static long cpu(JsonObject sample, String part) {
        return sample.object(part).object("cpu_usage").number("total_usage");
    }

    /** Without the file cache that was not used of late: {@code total_inactive_file} of cgroup v1, else v2's name. */
    private static long memory(JsonObject memoryStats) {
        long usage = memoryStats.number("usage");
        JsonObject details = memoryStats.object("stats");
        boolean first = details.map().containsKey("total_inactive_file");
        long cache = details.number(first ? "total_inactive_file" : "inactive_file");
        return cache < usage ? usage - cache : usage;
    }

    private static long bytes(JsonObject blocks, String operation) {
        return blocks.objects("io_service_bytes_recursive").stream()
                .filter(entry -> entry.string("op").toLowerCase(Locale.ROOT).equals(operation))
                .mapToLong(entry -> entry.number("value"))
                .sum();
    }
}
