package io.github.jcompose.runtime.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedHostTest {
    @Test
    void portsOfARemoteEngineAreOnItsMachine() {
        assertThat(PublishedHost.remote(URI.create("tcp://build.example:2376"))).contains("build.example");
        assertThat(PublishedHost.remote(URI.create("ssh://me@build.example"))).contains("build.example");
        assertThat(PublishedHost.remote(URI.create("unix:///var/run/docker.sock")))
                .isEmpty();
    }

    @Test
    void aSpecificAddressIsUsedAsItIs() {
        assertThat(PublishedHost.address("localhost", "0.0.0.0")).isEqualTo("localhost");
        assertThat(PublishedHost.address("localhost", "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(PublishedHost.address("build.example", "::")).isEqualTo("build.example");
        assertThat(PublishedHost.address("build.example", "127.0.0.1")).isEqualTo("build.example");
        assertThat(PublishedHost.address("build.example", "192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void theKernelTellsTheGateway() {
        assertThat(PublishedHost.gateway(List.of(
                        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT",
                        "eth0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0",
                        "eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\t0\t0\t0")))
                .contains("172.17.0.1");
        assertThat(PublishedHost.gateway(List.of("Iface Destination Gateway"))).isEmpty();
    }

    @Test
    void mountsTellTheContainer() {
        String id = "0123456789abcdef".repeat(4);
        assertThat(OwnContainer.id("625 600 8:1 /var/lib/docker/containers/" + id + "/hostname /etc/hostname rw"))
                .contains(id);
        assertThat(OwnContainer.id("626 600 8:1 /containers/overlay-containers/" + id
                        + "/userdata/resolv.conf /etc/resolv.conf rw"))
                .contains(id);
        assertThat(OwnContainer.id("90 42 0:50 / /var/lib/docker/containers/" + id + "/mounts/shm rw"))
                .as("a container of an engine that runs beside this process")
                .isEmpty();
        assertThat(OwnContainer.id("27 1 254:0 / / rw,relatime - ext4 /dev/vda rw"))
                .isEmpty();
    }
}
