package io.github.jcompose.runtime.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IsolationTest {
    private static final Project SHOP = Project.builder()
            .name("shop")
            .services(Map.of(
                    "web",
                    Service.builder()
                            .image("web")
                            .containerName("shop-web")
                            .ports(List.of(
                                    Port.builder().target(80).published("8080").build()))
                            .build(),
                    "side",
                    Service.builder()
                            .image("side")
                            .networkMode("container:shop-web")
                            .volumesFrom(List.of("container:shop-web:ro", "container:stranger"))
                            .build(),
                    "built",
                    Service.builder()
                            .buildSpec(Build.builder().context(".").build())
                            .build()))
            .volumes(Map.of(
                    "data", Volume.builder().name("all-data").build(),
                    "ours", Volume.builder().external(true).name("ours").build()))
            .networks(Map.of("back", Network.builder().name("shop_back").build()))
            .build();

    private static Project copy(boolean replace, boolean refuse) {
        return new Isolation("shop-1", true, replace, refuse, Map.of("by", "test")).of(SHOP);
    }

    private static Service service(Project project, String key) {
        return java.util.Objects.requireNonNull(project.services().get(key));
    }

    @Test
    void givesPortsAndNamesAway() {
        Project copy = copy(true, false);
        assertThat(copy.name()).isEqualTo("shop-1");
        assertThat(service(copy, "web").ports()).extracting(Port::published).containsOnlyNulls();
        assertThat(service(copy, "web").containerName()).isNull();
        assertThat(service(copy, "web").labels()).containsEntry("by", "test");
        assertThat(copy.volumes().get("data")).extracting(Volume::name).isEqualTo("shop-1_data");
        assertThat(copy.networks().get("back")).extracting(Network::name).isEqualTo("shop-1_back");
        assertThat(copy.volumes().get("ours")).isEqualTo(SHOP.volumes().get("ours"));
    }

    @Test
    void keepsTheNameOfAContainerAsAnAddress() {
        assertThat(service(copy(true, false), "web").networks().get("default").aliases())
                .containsExactly("shop-web");
    }

    @Test
    void followsNamesOfContainersToTheirServices() {
        Service side = service(copy(true, false), "side");
        assertThat(side.networkMode()).isEqualTo("service:web");
        assertThat(side.volumesFrom()).containsExactly("web:ro", "container:stranger");
    }

    @Test
    void sharesTheImageThatTheProjectBuilds() {
        assertThat(service(copy(true, false), "built").image()).isEqualTo("shop-built");
    }

    @Test
    void keepsNamesOnDemand() {
        Project copy = copy(false, false);
        assertThat(service(copy, "web").containerName()).isEqualTo("shop-web");
        assertThat(copy.volumes().get("data")).extracting(Volume::name).isEqualTo("all-data");
        assertThat(copy.networks().get("back")).extracting(Network::name).isEqualTo("shop-1_back");
    }

    @Test
    void refusesNamesOnDemand() {
        assertThatThrownBy(() -> copy(false, true))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("'shop-web' can be used once on an engine");
    }
}
