package io.github.jcompose.runtime.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Ipam;
import io.github.jcompose.model.IpamPool;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Volume;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ApiVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceRequestTest {
    private static final Map<String, String> LABELS = Map.of("a", "b");

    private static String network(Network network, String api) {
        return Json.compact(NetworkRequest.of(network, "shop_front", LABELS, ApiVersion.parse(api)));
    }

    @Test
    void asksForAPlainNetwork() {
        assertThat(network(Network.builder().build(), "1.44"))
                .isEqualTo("{\"Name\":\"shop_front\",\"Labels\":{\"a\":\"b\"}}");
    }

    @Test
    void asksOldEnginesToMakeNoSecondNetworkOfTheName() {
        assertThat(network(Network.builder().build(), "1.41")).contains("\"CheckDuplicate\":true");
    }

    @Test
    void passesAddressManagement() {
        Network network = Network.builder()
                .driver("bridge")
                .internal(true)
                .enableIpv6(false)
                .ipam(Ipam.builder()
                        .config(List.of(IpamPool.builder()
                                .subnet("10.1.0.0/16")
                                .gateway("10.1.0.1")
                                .auxAddresses(Map.of("host", "10.1.0.2"))
                                .build()))
                        .build())
                .build();
        assertThat(network(network, "1.44"))
                .isEqualTo("{\"Name\":\"shop_front\",\"Driver\":\"bridge\",\"Internal\":true,"
                        + "\"Labels\":{\"a\":\"b\"},\"IPAM\":{\"Config\":[{\"Subnet\":\"10.1.0.0/16\","
                        + "\"Gateway\":\"10.1.0.1\",\"AuxiliaryAddresses\":{\"host\":\"10.1.0.2\"}}]},"
                        + "\"EnableIPv6\":false}");
    }

    @Test
    void asksForAVolume() {
        Volume volume = Volume.builder()
                .driver("local")
                .driverOpts(Map.of("type", "nfs"))
                .build();
        assertThat(Json.compact(VolumeRequest.of(volume, "shop_data", LABELS)))
                .isEqualTo("{\"Name\":\"shop_data\",\"Driver\":\"local\",\"DriverOpts\":{\"type\":\"nfs\"},"
                        + "\"Labels\":{\"a\":\"b\"}}");
    }
}
