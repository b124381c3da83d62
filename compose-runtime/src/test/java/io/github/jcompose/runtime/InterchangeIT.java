package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Projects go from docker compose to here and back without a container being replaced. */
class InterchangeIT extends Scenario {
    private static final String YAML = """
            services:
              web:
                image: busybox:1.36
                command: [sleep, "600"]
                init: true
                stop_grace_period: 0s
                environment: {B: "2", A: "1"}
                labels: {x: y}
                ports: ["80"]
                volumes: ["data:/data", /anonymous]
                depends_on: {db: {condition: service_started}}
                deploy: {resources: {limits: {memory: 64M}}}
              db:
                image: busybox:1.36
                command: sleep 600
                init: true
                stop_grace_period: 0s
                healthcheck: {test: "true", interval: 1m30s}
            volumes: {data: {labels: {k: v}}}
            """;

    private static Optional<List<String>> dockerCompose() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "docker-compose");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(List.of(program.toString()));
            }
        }
        return Optional.empty();
    }

    private void run(List<String> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("-p", name, "-f", folder.resolve("compose.yaml").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    @Test
    void labelsAreThoseOfTheTable() {
        up(YAML);
        var labels = container("web-1").labels();
        assertThat(labels)
                .containsEntry("com.docker.compose.project", name)
                .containsEntry("com.docker.compose.service", "web")
                .containsEntry("com.docker.compose.container-number", "1")
                .containsEntry("com.docker.compose.oneoff", "False")
                .containsEntry("com.docker.compose.depends_on", "db:service_started:false")
                .containsEntry("com.docker.compose.project.working_dir", folder.toString())
                .containsEntry("com.docker.compose.image", container("web-1").imageId())
                .containsKeys(
                        "com.docker.compose.version",
                        "com.docker.compose.config-hash",
                        "com.docker.compose.project.config_files");
        assertThat(container("db-1").labels()).containsEntry("com.docker.compose.depends_on", "");
        assertThat(engine.networks().find(name + "_default").orElseThrow().labels())
                .containsEntry("com.docker.compose.network", "default")
                .containsEntry("com.docker.compose.project", name)
                .containsKeys("com.docker.compose.version", "com.docker.compose.config-hash");
        assertThat(engine.volumes().find(name + "_data").orElseThrow().labels())
                .containsEntry("com.docker.compose.volume", "data")
                .containsEntry("k", "v")
                .containsKeys("com.docker.compose.version", "com.docker.compose.config-hash");
    }

    @Test
    void whatDockerComposeStartedIsUpToDate() throws Exception {
        List<String> program = dockerCompose().orElse(null);
        Assumptions.assumeTrue(program != null, "no docker-compose on the path");
        Files.writeString(folder.resolve("compose.yaml"), YAML);
        run(program, "up", "-d");
        List<String> before = List.of(id("web-1"), id("db-1"));
        assertThat(compose.plan(load(YAML), UpOptions.defaults()).toTree()).isEqualTo("Nothing to do.");
        up(YAML);
        assertThat(List.of(id("web-1"), id("db-1"))).isEqualTo(before);
        run(program, "up", "-d");
        assertThat(List.of(id("web-1"), id("db-1"))).isEqualTo(before);
    }
}
