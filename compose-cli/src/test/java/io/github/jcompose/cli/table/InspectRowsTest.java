package io.github.jcompose.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.inspect.ContainerProcesses;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.ImageInfo;
import io.github.jcompose.runtime.inspect.VolumeInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectRowsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String ID = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({"0,0B,0B", "486,486B,486B", "1234,1.23kB,1.205KiB", "23900000,23.9MB,22.79MiB", "614400,614kB,600KiB"})
    void writesSizesAsTheDockerCommandDoes(long bytes, String decimal, String binary) {
        assertThat(Sizes.brief(bytes)).isEqualTo(decimal);
        assertThat(Sizes.binary(bytes)).isEqualTo(binary);
    }

    @Test
    void describesImages() {
        ImageInfo image = new ImageInfo(
                "p-web-1",
                "web",
                "sha256:" + ID,
                "nginx",
                "1.27",
                "linux/amd64",
                23_900_000,
                NOW.minusSeconds(7200),
                null);
        ImageInfo gone = new ImageInfo("p-x-1", "x", "sha256:" + ID, "", "", "", 0, null, null);
        ImageRows rows = new ImageRows(Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(rows.table(List.of(image, gone)).replaceAll(" {2,}", "|")).isEqualTo("""
                CONTAINER|REPOSITORY|TAG|PLATFORM|IMAGE ID|SIZE|CREATED
                p-web-1|nginx|1.27|linux/amd64|0123456789ab|23.9MB|2 hours ago
                p-x-1|<none>|<none>|N/A|0123456789ab|N/A|N/A
                """);
        assertThat(Json.compact(rows.object(image)))
                .isEqualTo("{\"ID\":\"sha256:" + ID + "\",\"ContainerName\":\"p-web-1\",\"Repository\":\"nginx\","
                        + "\"Tag\":\"1.27\",\"Platform\":\"linux/amd64\",\"Size\":23900000,"
                        + "\"Created\":\"2026-01-31T10:00:00Z\",\"LastTagTime\":\"0001-01-01T00:00:00Z\"}");
        assertThat(rows.fields(image).keySet()).isEqualTo(new TreeSet<>(ImageRows.HEADINGS.keySet()));
    }

    @Test
    void describesStatistics() {
        ContainerStats.Usage usage =
                new ContainerStats.Usage(NOW, 12.345, 614_400, 25_276_510_208L, 0.0024, 486, 0, 1_234, 0, 7);
        ContainerStats known = new ContainerStats("p-web-1", ID, "web", 1, usage);
        ContainerStats unknown = new ContainerStats("p-db-1", ID, "db", 1, null);
        StatsRows rows = new StatsRows(true);

        assertThat(rows.table(List.of(known, unknown)))
                .isEqualTo("""
                CONTAINER ID   NAME      CPU %     MEM USAGE / LIMIT     MEM %     NET I/O     BLOCK I/O     PIDS
                0123456789ab   p-web-1   12.35%    600KiB / 23.54GiB     0.00%     486B / 0B   1.23kB / 0B   7
                0123456789ab   p-db-1    --        -- / --               --        --          --            --
                """.replace("KiB / 23.54GiB     ", "KiB / 23.54GiB   ")
                        .replace("LIMIT     ", "LIMIT   ")
                        .replace("-- / --               ", "-- / --             "));
        assertThat(Json.compact(rows.object(known)))
                .isEqualTo("{\"BlockIO\":\"1.23kB / 0B\",\"CPUPerc\":\"12.35%\",\"Container\":\"0123456789ab\","
                        + "\"ID\":\"0123456789ab\",\"MemPerc\":\"0.00%\",\"MemUsage\":\"600KiB / 23.54GiB\","
                        + "\"Name\":\"p-web-1\",\"NetIO\":\"486B / 0B\",\"PIDs\":\"7\"}");
        assertThat(new StatsRows(false).object(known)).containsEntry("ID", ID);
    }

    @Test
    void describesVolumes() {
        VolumeInfo volume =
                new VolumeInfo("p_data", "data", "local", "local", "/v/p_data", Map.of("b", "2", "a", "1"), Map.of());

        assertThat(VolumeRows.table(List.of(volume))).isEqualTo("DRIVER    VOLUME NAME\nlocal     p_data\n");
        assertThat(Json.compact(VolumeRows.object(volume)))
                .isEqualTo("{\"Availability\":\"N/A\",\"Driver\":\"local\",\"Group\":\"N/A\",\"Labels\":\"a=1,b=2\","
                        + "\"Links\":\"N/A\",\"Mountpoint\":\"/v/p_data\",\"Name\":\"p_data\",\"Scope\":\"local\","
                        + "\"Size\":\"N/A\",\"Status\":\"N/A\"}");
    }

    @Test
    void putsTheCommandOfProcessesLast() {
        List<ContainerProcesses> containers = List.of(
                new ContainerProcesses("p-web-1", "web", 1, List.of("PID", "CMD"), List.of(List.of("1", "nginx"))),
                new ContainerProcesses(
                        "p-web-run-1", "web", 0, List.of("CMD", "USER"), List.of(List.of("sh", "root"))));

        assertThat(ProcessRows.table(containers)).isEqualTo("""
                SERVICE  #   PID  USER  CMD
                web      1   1    -     nginx
                web      -   -    root  sh
                """);
    }
}
