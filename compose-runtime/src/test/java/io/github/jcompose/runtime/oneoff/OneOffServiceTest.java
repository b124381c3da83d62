package io.github.jcompose.runtime.oneoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.session.RunOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OneOffServiceTest {
    private static final Service WEB = Service.builder()
            .image("web")
            .containerName("the-web")
            .command(List.of("serve"))
            .entrypoint(List.of("/entry"))
            .environment(Map.of("A", "1", "B", "2"))
            .labels(Map.of("x", "1"))
            .ports(List.of(Port.builder().target(80).published("8080").build()))
            .volumes(List.of(Mount.builder()
                    .type(Mount.VOLUME)
                    .source("data")
                    .target("/data")
                    .build()))
            .restart("always")
            .scale(3)
            .capAdd(List.of("NET_ADMIN"))
            .capDrop(List.of("CAP_CHOWN", "KILL"))
            .deploy(Deploy.builder()
                    .restartPolicy(RestartPolicy.builder().condition("any").build())
                    .build())
            .build();

    private static Service made(RunOptions options) {
        return new OneOffService(WEB, options, Map.of("INHERITED", "yes")).build();
    }

    @Test
    void isNeitherNamedNorRestartedNorPublishedLikeTheService() {
        Service made = made(RunOptions.of("web"));

        assertThat(made.containerName()).isNull();
        assertThat(made.restart()).isNull();
        assertThat(made.deploy()).isNotNull();
        assertThat(made.deploy().restartPolicy()).isNull();
        assertThat(made.replicas()).isEqualTo(1);
        assertThat(made.ports()).isEmpty();
        assertThat(made.command()).containsExactly("serve");
        assertThat(made.entrypoint()).containsExactly("/entry");
        assertThat(made.volumes()).hasSize(1);
    }

    @Test
    void takesTheCommandInPlaceOfTheServices() {
        assertThat(made(RunOptions.of("web", "sh", "-c", "ls")).command()).containsExactly("sh", "-c", "ls");
    }

    @Test
    void dropsTheCommandTogetherWithTheEntrypoint() {
        Service made = made(RunOptions.builder("web").entrypoint(List.of("sh")).build());

        assertThat(made.entrypoint()).containsExactly("sh");
        assertThat(made.command()).isEmpty();
        assertThat(made(RunOptions.builder("web", "-x")
                                .entrypoint(List.of("sh"))
                                .build())
                        .command())
                .containsExactly("-x");
    }

    @Test
    void addsVariablesOfWhichSomeAreInherited() {
        Map<String, @Nullable String> more = new HashMap<>();
        more.put("B", "3");
        more.put("INHERITED", null);
        more.put("NOWHERE", null);

        assertThat(made(RunOptions.builder("web").environment(more).build()).environment())
                .containsEntry("A", "1")
                .containsEntry("B", "3")
                .containsEntry("INHERITED", "yes")
                .containsEntry("NOWHERE", null);
    }

    @Test
    void publishesThePortsThatAreAskedFor() {
        Port port = Port.builder().target(90).build();

        assertThat(made(RunOptions.builder("web").ports(List.of(port)).build()).ports())
                .containsExactly(port);
        assertThat(made(RunOptions.builder("web").servicePorts(true).build()).ports())
                .isEqualTo(WEB.ports());
    }

    @Test
    void takesACapabilityOutOfTheOppositeList() {
        Service made = made(RunOptions.builder("web")
                .capAdd(List.of("chown"))
                .capDrop(List.of("CAP_NET_ADMIN"))
                .build());

        assertThat(made.capAdd()).containsExactly("chown");
        assertThat(made.capDrop()).containsExactly("KILL", "CAP_NET_ADMIN");
    }

    @Test
    void addsLabelsAndMountsAndWhoItRunsAs() {
        Mount more = Mount.builder().type(Mount.BIND).source("/a").target("/b").build();
        Service made = made(RunOptions.builder("web")
                .labels(Map.of("y", "2"))
                .volumes(List.of(more))
                .user("1000")
                .workingDir("/tmp")
                .tty(true)
                .interactive(true)
                .build());

        assertThat(made.labels()).containsEntry("x", "1").containsEntry("y", "2");
        assertThat(made.volumes()).hasSize(2).contains(more);
        assertThat(made.user()).isEqualTo("1000");
        assertThat(made.workingDir()).isEqualTo("/tmp");
        assertThat(made.tty()).isTrue();
        assertThat(made.stdinOpen()).isTrue();
    }
}
