package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only tell what they would do. */
@NeedsEngine
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DryRunIT {
    private static final String PROJECT = "cli-dry-run-it";

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void prepare() throws IOException {
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT);
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web: {image: 'busybox:1.36', command: [sleep, "600"], network_mode: none, stop_grace_period: 0s}
                """);
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "-t", "0");
    }

    @Test
    void showTheStepsOfAnUpWithTheirReasons() {
        assertThat(jcompose.run("up", "--dry-run").ok().out()).isEqualTo("""
                service web
                  create container cli-dry-run-it-web-1: not found
                  start container cli-dry-run-it-web-1: created
                """);
        assertThat(jcompose.run("--progress", "json", "up", "--dry-run").ok().out())
                .contains("\"type\": \"StartContainer\"", "\"reason\": \"created\"");
        assertThat(jcompose.run("ps", "-aq").ok().out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "kill", "restart", "pause", "rm -sf", "scale web=3", "down"})
    void changeNothing(String command) {
        jcompose.run("up", "-d").ok();
        String before =
                jcompose.run("ps", "--format", "{{.ID}} {{.State}}").ok().out();
        jcompose.run((command + " --dry-run").split(" ")).ok();
        assertThat(jcompose.run("ps", "--format", "{{.ID}} {{.State}}").ok().out())
                .isEqualTo(before);
    }
}
