package io.github.jcompose.runtime.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ListedContainersTest {
    @Test
    void areWithoutThoseThatAreGone(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("d.sock");
        HostOptions options = HostOptions.of(Map.of("DOCKER_HOST", "unix://" + socket));
        try (FakeDaemon daemon = new FakeDaemon(socket);
                Engine engine = Engines.connect(options)) {
            daemon.answer("HTTP/1.1 200 OK\nApi-Version: 1.41\nOstype: linux\nContent-Length: 0", "");
            // What Engine 20.10 lists of a container that it removed twice at once, beside one that is there.
            daemon.json(200, """
                    [{"Id": "a1", "Names": [], "State": "removing", "Status": "Removal In Progress"},
                     {"Id": "b2", "Names": ["/shop-web-1"], "State": "running", "Status": "Up 2 minutes"}]
                    """);

            assertThat(engine.containers().list(Filters.none(), true))
                    .extracting(ContainerSummary::name)
                    .containsExactly("shop-web-1");
        }
    }
}
