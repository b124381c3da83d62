package io.github.jcompose.runtime.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.inspect.ContainerStats.Usage;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UsagesTest {
    private static final String TEMPLATE = """
            {"read": "2026-01-31T12:00:01Z",
             "cpu_stats": {"cpu_usage": {"total_usage": 1500000000, "percpu_usage": [1, 2]},
                           "system_cpu_usage": 104000000000, ONLINE "x": 0},
             "precpu_stats": {"cpu_usage": {"total_usage": 1000000000}, "system_cpu_usage": SYSTEM},
             "memory_stats": {"usage": 1000, "limit": 4000, "stats": {MEMORY}},
             "pids_stats": {"current": 7},
             "networks": {"eth0": {"rx_bytes": 10, "tx_bytes": 1}, "eth1": {"rx_bytes": 20, "tx_bytes": 2}},
             "blkio_stats": {"io_service_bytes_recursive": [
               {"op": "Read", "value": 5}, {"op": "read", "value": 6}, {"op": "Write", "value": 7},
               {"op": "Total", "value": 100}]}}
            """;

    private static Usage usage(String online, String system, String memory) {
        String json =
                TEMPLATE.replace("ONLINE", online).replace("SYSTEM", system).replace("MEMORY", memory);
        return Objects.requireNonNull(Usages.of(JsonObject.of(Json.parse(json))));
    }

    @Test
    void countsTheShareOfEachCpu() {
        // Half a second of CPU time while all four CPUs together had four seconds.
        assertThat(usage("\"online_cpus\": 4,", "100000000000", "").cpuPercent())
                .isEqualTo(50, offset(1e-9));
        assertThat(usage("", "100000000000", "").cpuPercent()).isEqualTo(25, offset(1e-9));
    }

    @Test
    void hasNoShareBeforeTheSecondSample() {
        assertThat(usage("\"online_cpus\": 4,", "0", "").cpuPercent()).isZero();
        assertThat(usage("\"online_cpus\": 4,", "104000000000", "").cpuPercent())
                .isZero();
    }

    @Test
    void leavesTheFileCacheOutOfMemory() {
        String second = "\"inactive_file\": 200";
        String first = "\"total_inactive_file\": 300, " + second;

        assertThat(usage("", "0", first).memory()).isEqualTo(700);
        assertThat(usage("", "0", second).memory()).isEqualTo(800);
        assertThat(usage("", "0", "\"inactive_file\": 5000").memory()).isEqualTo(1000);
        assertThat(usage("", "0", second).memoryPercent()).isEqualTo(20, offset(1e-9));
        assertThat(usage("", "0", second).memoryLimit()).isEqualTo(4000);
    }

    @Test
    void addsUpNetworksAndDisks() {
        Usage usage = usage("", "0", "");

        assertThat(usage.received()).isEqualTo(30);
        assertThat(usage.sent()).isEqualTo(3);
        assertThat(usage.read()).isEqualTo(11);
        assertThat(usage.written()).isEqualTo(7);
        assertThat(usage.processes()).isEqualTo(7);
    }

    @Test
    void knowsNothingOfAContainerThatDoesNotRun() {
        String empty = "{\"read\":\"0001-01-01T00:00:00Z\",\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":0}},"
                + "\"memory_stats\":{}}";

        assertThat(Usages.of(JsonObject.of(Json.parse(empty)))).isNull();
    }
}
