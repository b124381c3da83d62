package io.github.jcompose.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import org.junit.jupiter.api.Test;

class PublishedPortTest {
    @Test
    void listensEverywhereIfPodmanNamesNoAddress() {
        JsonObject listed = JsonObject.of(Json.parse("{\"PrivatePort\":80,\"PublicPort\":37773,\"Type\":\"tcp\"}"));
        assertThat(PublishedPort.ofListed(listed)).isEqualTo(new PublishedPort(80, "tcp", "0.0.0.0", 37773));
        JsonObject inspected =
                JsonObject.of(Json.parse("{\"Ports\":{\"80/tcp\":[{\"HostIp\":\"\",\"HostPort\":\"37773\"}]}}"));
        assertThat(PublishedPort.ofInspected(inspected))
                .containsExactly(new PublishedPort(80, "tcp", "0.0.0.0", 37773));
    }

    @Test
    void hasNoAddressIfItIsNotPublished() {
        JsonObject listed = JsonObject.of(Json.parse("{\"PrivatePort\":80,\"Type\":\"tcp\"}"));
        assertThat(PublishedPort.ofListed(listed).hostIp()).isEmpty();
    }
}
