package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import io.github.jcompose.cli.it.Launcher.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AttachedUpIT {
    private static final String PROJECT = "cli-attached-it";

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void prepare() {
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT);
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "-v", "-t", "0");
    }

    @Test
    void showsTheOutputUntilAllHaveEnded() throws IOException {
        write("""
                services:
                  one: {image: 'busybox:1.36', command: [sh, -c, "echo a; echo b"]}
                  longer: {image: 'busybox:1.36', command: [sh, -c, "echo c; exit 3"]}
                """);

        Outcome up = jcompose.run("up").ok();

        assertThat(up.lines().get(0)).isEqualTo("Attaching to longer-1, one-1");
        assertThat(up.lines())
                .containsExactlyInAnyOrder(
                        "Attaching to longer-1, one-1",
                        "one-1     | a",
                        "one-1     | b",
                        "longer-1  | c",
                        "one-1 exited with code 0",
                        "longer-1 exited with code 3");
    }

    @Test
    void stopsGracefullyWhenAskedToEnd() throws Exception {
        write("""
                services:
                  web:
                    image: busybox:1.36
                    command: [sh, -c, "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done"]
                """);

        try (Running up = jcompose.start("up")) {
            up.awaitLine("web-1  | up");
            up.terminate();
            up.awaitLine("Gracefully Stopping... press Ctrl+C again to force");
            assertThat(up.await()).isEqualTo(130);
            assertThat(up.lines()).contains("web-1  | bye", "web-1 exited with code 0");
        }
        assertThat(jcompose.run("ps", "--status", "exited", "--services").ok().out())
                .isEqualTo("web\n");
    }

    @Test
    void killsWhenAskedTwice() throws Exception {
        write("""
                services:
                  web:
                    image: busybox:1.36
                    stop_grace_period: 10m
                    command: [sh, -c, "trap '' TERM; echo up; while :; do sleep 0.1; done"]
                """);

        try (Running up = jcompose.start("up")) {
            up.awaitLine("web-1  | up");
            up.terminate();
            up.awaitLine("Gracefully Stopping");
            up.terminate();
            assertThat(up.await()).isEqualTo(130);
        }
        assertThat(jcompose.run("ps", "-a", "--format", "json").ok().out()).contains("\"ExitCode\":137");
    }

    @Test
    void endsWithTheCodeOfTheServiceThatIsAskedFor() throws IOException {
        write("""
                services:
                  test: {image: 'busybox:1.36', command: [sh, -c, "exit 4"]}
                  db: {image: 'busybox:1.36', command: [sleep, "600"], stop_grace_period: 0s}
                """);

        Outcome up = jcompose.run("up", "--exit-code-from", "test");

        assertThat(up.code()).isEqualTo(4);
        assertThat(up.out()).contains("test-1 exited with code 4");
        assertThat(jcompose.run("ps", "-q").ok().out()).isEmpty();
    }

    private void write(String file) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), file);
    }
}
