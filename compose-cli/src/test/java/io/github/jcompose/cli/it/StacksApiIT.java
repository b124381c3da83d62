package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ConnectOptions;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.StackInfo;
import io.github.jcompose.runtime.swarm.StackUpdateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsSwarm
class StacksApiIT {
    private final TestSwarm swarm;

    StacksApiIT(TestSwarm swarm) {
        this.swarm = swarm;
    }

    @Test
    void aProjectBuiltInCodeIsDeployed() {
        Project project = project("busybox:1.36");
        List<ComposeEvent> events = new ArrayList<>();
        ConnectOptions options = ConnectOptions.builder()
                .host(swarm.host())
                .listener(events::add)
                .build();
        try (Compose compose = Compose.connect(options)) {
            DeployOptions deploy = DeployOptions.builder().await(true).build();
            compose.stacks().deploy(project, "stackapi", deploy);

            assertThat(compose.stacks().list()).contains(new StackInfo("stackapi", 1));
            assertThat(compose.stacks().services("stackapi", Map.of()))
                    .singleElement()
                    .satisfies(service -> assertThat(service.running()).isEqualTo(1));
            assertThat(compose.stacks().tasks("stackapi", Map.of()))
                    .singleElement()
                    .satisfies(task -> assertThat(task.state()).isEqualTo("running"));
            assertThat(events)
                    .anySatisfy(event -> assertThat(event)
                            .isEqualTo(new ComposeEvent.Warning("services.web.privileged: a swarm ignores this: add the"
                                    + " capabilities it needs with cap_add")));

            DeployOptions hasty =
                    deploy.toBuilder().timeout(Duration.ofSeconds(3)).build();
            assertThatThrownBy(() -> compose.stacks().deploy(project("no-such-image:1"), "stackapi", hasty))
                    .isInstanceOf(StackUpdateException.class)
                    .hasMessageContaining("service stackapi_web");

            assertThat(compose.stacks().remove("stackapi", true)).isTrue();
            assertThat(compose.stacks().remove("stackapi", true)).isFalse();
        }
    }

    private static Project project(String image) {
        Service web = Service.builder()
                .image(image)
                .command(List.of("sleep", "600"))
                .stopGracePeriod(Duration.ZERO)
                .privileged(true)
                .deploy(Deploy.builder().endpointMode("dnsrr").build())
                .build();
        return Project.builder().name("any").services(Map.of("web", web)).build();
    }
}
