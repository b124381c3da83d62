package io.github.jcompose.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelSetTest {
    private static final Project PROJECT = Project.builder()
            .name("notesprobe")
            .workingDir(Path.of("/shop"))
            .composeFiles(List.of(Path.of("/shop/compose.yaml"), Path.of("/shop/compose.override.yaml")))
            .build();

    @Test
    void marksAContainerAsDockerComposeDoes() {
        Service service = Service.builder()
                .labels(Map.of("tier", "web", Labels.PROJECT, "not this"))
                .dependsOn(Map.of(
                        "db", Dependency.on(DependencyCondition.SERVICE_HEALTHY),
                        "cache", Dependency.builder().restart(true).build()))
                .build();
        Map<String, String> labels = new LabelSet(PROJECT, List.of(Path.of("/shop/.env.prod")))
                .container("web", service, "abc", "sha256:1", false);
        assertThat(lines(labels)).isEqualTo("""
                        com.docker.compose.config-hash=abc
                        com.docker.compose.depends_on=cache:service_started:true,db:service_healthy:false
                        com.docker.compose.image=sha256:1
                        com.docker.compose.oneoff=False
                        com.docker.compose.project=notesprobe
                        com.docker.compose.project.config_files=/shop/compose.yaml,/shop/compose.override.yaml
                        com.docker.compose.project.environment_file=/shop/.env.prod
                        com.docker.compose.project.working_dir=/shop
                        com.docker.compose.service=web
                        com.docker.compose.version=5.5.0
                        tier=web""");
    }

    @Test
    void leavesOutTheImageThatIsNotKnown() {
        Map<String, String> labels = new LabelSet(PROJECT, List.of())
                .container("web", Service.builder().build(), "abc", null, true);
        assertThat(labels)
                .doesNotContainKeys(Labels.IMAGE, Labels.ENVIRONMENT_FILE)
                .containsEntry(Labels.ONE_OFF, "True")
                .containsEntry(Labels.DEPENDS_ON, "");
    }

    @Test
    void marksANetworkWithTheHashThatDockerComposeGivesIt() {
        Network network = Network.builder().name("notesprobe_front").build();
        assertThat(lines(new LabelSet(PROJECT, List.of()).network("front", network)))
                .isEqualTo("""
                        com.docker.compose.config-hash=20f38d30d0133b07b14a40c0ac3f302d2df000c7b83715aa4553eafd8f184bcb
                        com.docker.compose.network=front
                        com.docker.compose.project=notesprobe
                        com.docker.compose.version=5.5.0""");
    }

    @Test
    void marksAVolumeWithTheHashThatDockerComposeGivesIt() {
        Volume volume = Volume.builder()
                .name("notesprobe_data")
                .labels(Map.of("k", "v"))
                .build();
        assertThat(lines(new LabelSet(PROJECT, List.of()).volume("data", volume)))
                .isEqualTo("""
                        com.docker.compose.config-hash=7eeec3700943250908fb839b0df75aef5ee708b8d0c76ce16c0aa8bc0090eff5
                        com.docker.compose.project=notesprobe
                        com.docker.compose.version=5.5.0
                        com.docker.compose.volume=data
                        k=v""");
    }

    private static String lines(Map<String, String> labels) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(labels)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        return text.toString().strip();
    }
}
