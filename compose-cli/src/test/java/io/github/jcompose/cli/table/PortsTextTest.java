package io.github.jcompose.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.ContainerInfo.PublishedPort;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortsTextTest {
    @Test
    void showsMappingsBehindPortsThatAreOnlyExposed() {
        assertThat(text(port("0.0.0.0", 8080, 80, "tcp"), port("::", 8080, 80, "tcp"), port("", null, 443, "tcp")))
                .isEqualTo("443/tcp, 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp");
    }

    @Test
    void joinsNeighboursToRanges() {
        assertThat(text(port("", null, 9002, "tcp"), port("", null, 9000, "tcp"), port("", null, 9001, "tcp")))
                .isEqualTo("9000-9002/tcp");
        assertThat(text(port("0.0.0.0", 90, 90, "tcp"), port("0.0.0.0", 91, 91, "tcp")))
                .isEqualTo("0.0.0.0:90-91->90-91/tcp");
    }

    @Test
    void keepsProtocolsAndGapsApart() {
        assertThat(text(port("", null, 53, "udp"), port("", null, 53, "tcp"), port("", null, 55, "tcp")))
                .isEqualTo("53/tcp, 55/tcp, 53/udp");
    }

    @Test
    void showsNothingForNoPorts() {
        assertThat(text()).isEmpty();
    }

    private static String text(PublishedPort... ports) {
        return PortsText.of(List.of(ports));
    }

    private static PublishedPort port(String address, @Nullable Integer published, int target, String protocol) {
        return new PublishedPort(address, published, target, protocol);
    }
}
