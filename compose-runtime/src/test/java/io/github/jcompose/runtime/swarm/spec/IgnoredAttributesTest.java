package io.github.jcompose.runtime.swarm.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.runtime.engine.ApiVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IgnoredAttributesTest {
    @Test
    void eachAttributeIsToldOnce() {
        assertThat(ignored(Service.builder()
                        .image("nginx")
                        .buildSpec(Build.builder().context(".").build())
                        .containerName("one")
                        .privileged(true)
                        .ports(List.of(
                                Port.builder().target(80).hostIp("127.0.0.1").build()))
                        .networks(Map.of(
                                "a.b",
                                NetworkAttachment.builder()
                                        .ipv4Address("10.0.0.9")
                                        .build()))))
                .containsExactly(
                        "services/web/build",
                        "services/web/container_name",
                        "services/web/privileged",
                        "services/web/ports/0/host_ip",
                        "services/web/networks/a.b/ipv4_address");
    }

    @Test
    void whatASwarmReadsIsNotTold() {
        assertThat(ignored(Service.builder().image("nginx").restart("on-failure:3")))
                .isEmpty();
        assertThat(ignored(Service.builder().image("nginx").restart("no"))).containsExactly("services/web/restart");
    }

    @Test
    void dependenciesThatLinksImplyAreToldAtTheLinks() {
        Map<String, Dependency> implied = Map.of("db", Dependency.builder().build());
        assertThat(ignored(Service.builder()
                        .image("nginx")
                        .links(List.of("db:store"))
                        .dependsOn(implied)))
                .containsExactly("services/web/links");
    }

    private static List<String> ignored(ServiceBuilder service) {
        Project project =
                Project.builder().services(Map.of("web", service.build())).build();
        return IgnoredAttributes.of(project, ApiVersion.parse("1.41")).stream()
                .map(ignored -> String.join("/", ignored.path()))
                .toList();
    }
}
