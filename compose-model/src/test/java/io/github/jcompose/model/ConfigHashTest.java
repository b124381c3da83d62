package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hashes that docker compose stored in labels of real containers, networks and volumes. */
class ConfigHashTest {
    @Test
    void hashesServiceWithCommandAndNetwork() {
        Service service = Service.builder()
                .image("busybox:latest")
                .command(List.of("true"))
                .networks(attachedTo("back"))
                .build();

        assertThat(ConfigHash.of(service))
                .isEqualTo("d307fa7bd542ea4e2d97ec42ed0de92303e3a777faba9b53e78242b4647f0eeb");
    }

    @Test
    void hashesNeitherReplicasNorBuildNorScaleNorDependencies() {
        Service service = Service.builder()
                .image("busybox")
                .deploy(Deploy.builder().replicas(2).build())
                .scale(2)
                .buildSpec(Build.builder().context(".").build())
                .pullPolicy("always")
                .profiles(List.of("p"))
                .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY)))
                .networks(attachedTo("default"))
                .build();

        assertThat(ConfigHash.of(service))
                .isEqualTo("3494957511a9b091d7f90aa251b1bdfd2e7808316404a558b50731a407bcf780");
    }

    @Test
    void hashesHealthcheckAndDurations() {
        Service service = Service.builder()
                .image("busybox:latest")
                .command(List.of("sleep", "300"))
                .healthcheck(Healthcheck.builder()
                        .test(List.of("CMD-SHELL", "true"))
                        .interval(Duration.ofSeconds(1))
                        .build())
                .networks(attachedTo("back"))
                .stopGracePeriod(Duration.ofSeconds(1))
                .build();

        assertThat(ConfigHash.of(service))
                .isEqualTo("0ad94511831ceb1e8b72a9fbbf84fc64952b1a483aaa5393af4330732a05f643");
    }

    @Test
    void hashesNetworkWithItsName() {
        Network network = Network.builder().name("notesprobe_front").build();

        assertThat(ConfigHash.of(network))
                .isEqualTo("20f38d30d0133b07b14a40c0ac3f302d2df000c7b83715aa4553eafd8f184bcb");
    }

    @Test
    void hashesVolumeWithTheDefaultDriver() {
        Volume volume = Volume.builder()
                .name("notesprobe_data")
                .labels(Map.of("k", "v"))
                .build();

        assertThat(ConfigHash.of(volume)).isEqualTo("7eeec3700943250908fb839b0df75aef5ee708b8d0c76ce16c0aa8bc0090eff5");
    }

    private static Map<String, @Nullable NetworkAttachment> attachedTo(String network) {
        return Collections.singletonMap(network, null);
    }
}
