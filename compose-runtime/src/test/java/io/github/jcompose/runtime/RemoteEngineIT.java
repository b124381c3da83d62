package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jcompose.runtime.testing.Relay;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An engine that is reached over a network, at another address of this machine. */
@EnabledOnOs(OS.LINUX)
class RemoteEngineIT extends Scenario {
    private static final String ADDRESS = "127.0.0.2";

    @Test
    void publishesPortsOnItsMachine() throws Exception {
        URI local = engine.info().host();
        assumeTrue("unix".equals(local.getScheme()), "the engine has a socket here");
        try (Relay relay = Relay.start(ADDRESS, Path.of(local.getPath()));
                Compose remote = Compose.connect(ConnectOptions.builder()
                        .environment(Map.of("DOCKER_HOST", "tcp://" + ADDRESS + ":" + relay.port()))
                        .build());
                Environment environment = remote.open(
                        load("""
                                services:
                                  web:
                                    <<: *idle
                                    command: [sh, -c, "mkdir /www && echo far > /www/index.html && httpd -f -p 80 -h /www"]
                                    ports: ["80"]
                                """),
                        EnvironmentOptions.isolated()
                                .waits(List.of(WaitFor.http("web", 80, "/")))
                                .build())) {
            ServiceHandle web = environment.service("web");
            assertThat(web.port(80).address()).isEqualTo(ADDRESS);
            try (InputStream page = web.uri("http", 80).toURL().openStream()) {
                assertThat(page).hasContent("far");
            }
            assertThat(web.exec("hostname").out().strip())
                    .isEqualTo(web.containerId().substring(0, 12));
        }
    }
}
