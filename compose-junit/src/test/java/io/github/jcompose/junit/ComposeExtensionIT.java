package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.ServiceHandle;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@EnabledIfEngineAvailable
@ComposeEnvironment(files = "src/test/resources/compose.yaml")
class ComposeExtensionIT {
    @Test
    void givesTheRunningProject(Environment environment) {
        assertThat(environment.project().name()).startsWith("resources-");
        assertThat(environment.containers())
                .extracting(ContainerInfo::service, ContainerInfo::health)
                .containsExactly(tuple("cache", "healthy"));
    }

    @Test
    void givesPortsInTheFormThatIsAskedFor(
            @ServicePort(service = "cache", port = 6379) int number,
            @ServicePort(service = "cache", port = 6379, scheme = "redis") URI uri,
            @ServicePort(service = "cache", port = 6379) String text,
            @ServicePort(service = "cache", port = 6379) InetSocketAddress socket,
            @ServicePort(service = "cache", port = 6379) PublishedAddress published) {
        assertThat(number).isPositive().isNotEqualTo(16379);
        assertThat(uri).hasToString("redis://localhost:" + number);
        assertThat(text).isEqualTo("localhost:" + number);
        assertThat(socket.getPort()).isEqualTo(number);
        assertThat(published.port()).isEqualTo(number);
    }

    @Nested
    class NestedTests {
        @Test
        void shareTheEnvironmentOfTheirClass(@ComposeService("cache") ServiceHandle cache, Environment environment) {
            assertThat(cache.exec("redis-cli", "ping").out()).isEqualTo("PONG\n");
            assertThat(environment.containers()).hasSize(1);
        }
    }
}
