package io.github.jcompose.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.ContainerInfo.PublishedPort;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerRowsTest {
    private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00Z");
    private static final ContainerRows ROWS =
            new ContainerRows(Clock.fixed(CREATED.plusSeconds(47), ZoneOffset.UTC), true);

    @Test
    void writesTheColumnsOfDockerCompose() {
        assertThat(ROWS.table(List.of(container()))).isEqualTo("""
                        NAME         IMAGE        COMMAND                  SERVICE   CREATED          STATUS          PORTS
                        shop-web-1   nginx:1.25   "/docker-entrypoint.…"   web       47 seconds ago   Up 46 seconds   0.0.0.0:8080->80/tcp
                        """);
    }

    @Test
    void writesTheHeadingOfAnEmptyList() {
        assertThat(ROWS.table(List.of()))
                .isEqualTo("NAME      IMAGE     COMMAND   SERVICE   CREATED   STATUS    PORTS\n");
    }

    @Test
    void writesTheKeysOfDockerCompose() {
        assertThat(Json.compact(ROWS.object(container())))
                .isEqualTo(
                        "{\"Command\":\"\\\"/docker-entrypoint.…\\\"\",\"CreatedAt\":\"2026-01-31 12:00:00 +0000 UTC\","
                                + "\"Engine\":\"\",\"ExitCode\":0,\"Health\":\"healthy\",\"ID\":\"0123456789ab\","
                                + "\"Image\":\"nginx:1.25\",\"Labels\":\"a=1,b=2\",\"LocalVolumes\":\"1\",\"Mounts\":\"data,/html\","
                                + "\"Name\":\"shop-web-1\",\"Names\":\"shop-web-1\",\"Networks\":\"shop_default\","
                                + "\"Ports\":\"0.0.0.0:8080-\\u003e80/tcp\",\"Project\":\"shop\",\"Publishers\":"
                                + "[{\"Protocol\":\"tcp\",\"PublishedPort\":8080,\"TargetPort\":80,\"URL\":\"0.0.0.0\"}],"
                                + "\"RunningFor\":\"47 seconds ago\",\"Service\":\"web\",\"Size\":\"0B\",\"State\":\"running\","
                                + "\"Status\":\"Up 46 seconds\"}");
    }

    @Test
    void doesNotShortenWhereAsked() {
        ContainerRows whole = new ContainerRows(ROWS.clock(), false);

        assertThat(whole.object(container()))
                .containsEntry("ID", container().id())
                .containsEntry("Command", "\"/docker-entrypoint.sh nginx\"");
    }

    private static ContainerInfo container() {
        return new ContainerInfo(
                "0123456789abcdef0123456789abcdef",
                "shop-web-1",
                "shop",
                "web",
                1,
                false,
                "nginx:1.25",
                "/docker-entrypoint.sh nginx",
                CREATED,
                "running",
                "Up 46 seconds",
                "healthy",
                0,
                List.of(new PublishedPort("0.0.0.0", 8080, 80, "tcp")),
                Map.of("b", "2", "a", "1"),
                List.of("data", "/html"),
                1,
                List.of("shop_default"));
    }
}
