package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.testing.PodmanService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The samples on Podman, by its socket that speaks Docker's API; run with {@code -Ppodman}. */
@Tag("podman")
@Timeout(600)
@SuppressWarnings("NullAway.Init")
class PodmanIT {
    private static PodmanService podman;

    @BeforeAll
    static void start() throws Exception {
        podman = PodmanService.start();
    }

    @AfterAll
    static void stop() throws Exception {
        podman.stop();
    }

    /** {@return the sample, with ports that are free} */
    private static Project sample(String name) {
        Project project = ComposeLoader.builder()
                .files(List.of(Path.of("..", "samples", name, "compose.yaml")
                        .toAbsolutePath()
                        .normalize()
                        .toString()))
                .projectName("pod" + name)
                .build()
                .load();
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> service.toBuilder()
                .ports(service.ports().stream().map(PodmanIT::anywhere).toList())
                .healthcheck(service.healthcheck() == null ? null : unsplit(service.healthcheck()))
                .build());
        return project.toBuilder().services(services).build();
    }

    private static Port anywhere(Port port) {
        return port.toBuilder().published(null).build();
    }

    /** Podman splits the words of a healthcheck where they have spaces, but not those for a shell. */
    private static Healthcheck unsplit(Healthcheck healthcheck) {
        List<String> words = healthcheck.test();
        if (words.isEmpty() || !words.get(0).equals("CMD")) {
            return healthcheck;
        }
        String line = words.stream()
                .skip(1)
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return healthcheck.toBuilder().test(List.of("CMD-SHELL", line)).build();
    }

    private static void use(String sample, String service, String expectedLog) {
        Project project = sample(sample);
        try (Compose compose =
                Compose.connect(ConnectOptions.builder().host(podman.host()).build())) {
            try {
                compose.up(
                        project,
                        UpOptions.builder()
                                .awaitHealthy(true)
                                .awaitTimeout(Duration.ofMinutes(4))
                                .build());
                assertThat(compose.ps(project, PsOptions.builder().build()))
                        .hasSize(project.services().size());
                List<String> lines = new ArrayList<>();
                compose.logs(project, LogsOptions.defaults(), line -> lines.add(line.text()));
                assertThat(lines).anySatisfy(line -> assertThat(line).contains(expectedLog));
                assertThat(compose.exec(project, ExecOptions.of(service, "echo", "hello"))
                                .out())
                        .isEqualTo("hello\n");
                assertThat(compose.plan(project, UpOptions.defaults()).toTree()).isEqualTo("Nothing to do.");
                compose.pause(project.name(), List.of(service));
                assertThat(compose.ps(project, PsOptions.builder().build()))
                        .filteredOn(container -> container.service().equals(service))
                        .extracting(ContainerInfo::state)
                        .containsExactly("paused");
                compose.unpause(project.name(), List.of(service));
            } finally {
                compose.down(
                        project,
                        DownOptions.builder()
                                .timeout(Duration.ZERO)
                                .volumes(true)
                                .build());
            }
            assertThat(compose.ps(project, PsOptions.builder().all(true).build()))
                    .isEmpty();
        }
    }

    @Test
    void helloRuns() {
        use("hello", "web", "start worker process");
    }

    @Test
    void votingRuns() {
        use("voting", "redis", "Ready to accept connections");
    }
}
