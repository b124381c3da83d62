package io.github.jcompose.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocatedProjectTest {
    @TempDir
    Path directory;

    @Test
    void attributesAreFoundInTheFileTheyComeFrom() throws IOException {
        Path base = directory.resolve("compose.yaml");
        Files.writeString(base, "services:\n  web:\n    image: nginx\n    ports:\n      - \"127.0.0.1:80:80\"\n");
        Path more = directory.resolve("more.yaml");
        Files.writeString(more, "services:\n  web:\n    privileged: true\n");
        LocatedProject located = ComposeLoader.builder()
                .workingDirectory(directory)
                .files(List.of(base.toString(), more.toString()))
                .build()
                .loadLocated();

        assertThat(located.project().services()).containsOnlyKeys("web");
        Problem privileged = located.problem(List.of("services", "web", "privileged"), "not here", null);
        assertThat(privileged.render())
                .startsWith("more.yaml:3:5: services.web.privileged: not here\n")
                .contains("privileged: true");
        Problem port = located.problem(List.of("services", "web", "ports", 0, "host_ip"), "not here", null);
        assertThat(port.render()).startsWith("compose.yaml:5:9: services.web.ports[0].host_ip: not here");
        assertThat(located.problem(List.of("services", "gone", "image"), "x", null)
                        .location())
                .isNotNull();
    }
}
