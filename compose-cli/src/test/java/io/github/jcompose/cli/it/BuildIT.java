package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
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
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BuildIT {
    private static final String PROJECT = "cli-build-it";

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void prepare() throws IOException {
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT);
        Files.writeString(directory.resolve("token"), "t0ken");
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    build:
                      secrets: [token]
                      dockerfile_inline: |
                        FROM busybox:1.36
                        ARG CODE=0
                        RUN --mount=type=secret,id=token test "$(cat /run/secrets/token)" = t0ken && echo all right
                        RUN echo going; exit $$CODE
                    command: ["true"]
                secrets:
                  token: {file: ./token}
                """);
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "--rmi", "local", "-t", "0");
    }

    @Test
    void buildsWithASecretAndShowsTheSteps() {
        Outcome build =
                jcompose.run("--progress", "plain", "build", "--no-cache").ok();

        assertThat(build.err().lines())
                .anyMatch(line -> line.matches("#\\d+ \\[web 2/3] RUN --mount=type=secret.*"))
                .anyMatch(line -> line.matches("#\\d+ all right"))
                .anyMatch(line -> line.matches("#\\d+ DONE \\d+\\.\\ds"))
                .contains(" Image " + PROJECT + "-web Built ");
        assertThat(build.err()).doesNotContain("t0ken\n");
    }

    @Test
    void heedsTheVariableOfBuildKitUnlessAFlagSaysOtherwise() {
        Launcher asJson = jcompose.with("BUILDKIT_PROGRESS", "rawjson");

        assertThat(asJson.run("build").ok().err().lines()).allMatch(line -> line.startsWith("{"));
        assertThat(asJson.run("--progress", "plain", "build").ok().err()).contains("#1 ");
    }

    @Test
    void tellsTheLineThatFails() {
        Outcome build = jcompose.run("build", "--build-arg", "CODE=7");

        assertThat(build.code()).isEqualTo(1);
        assertThat(build.err())
                .contains("Dockerfile, line 4: [3/3] RUN echo going; exit 7 failed:")
                .contains("\n > 4 | RUN echo going; exit $CODE\n")
                .contains("The last lines of its output:\n  going\n");
    }

    @Test
    void sayNothingOfTheStepsWhenQuiet() {
        Outcome build = jcompose.run("build", "-q").ok();

        assertThat(build.err()).doesNotContain("#1 ").doesNotContain("RUN");
    }

    @Test
    void upBuildsAndRuns() {
        Outcome up = jcompose.run("up", "--build").ok();

        assertThat(up.err()).contains(" Image " + PROJECT + "-web Built ");
        assertThat(up.out()).contains("web-1 exited with code 0");
    }

    @Test
    void refusesAnotherBuilderAndAnAgentThatIsNone() {
        Outcome builder = jcompose.run("build", "--builder", "other");
        assertThat(builder.code()).isEqualTo(1);
        assertThat(builder.err()).startsWith("--builder other: there is no builder but the engine's own");

        Outcome ssh = jcompose.with("SSH_AUTH_SOCK", "").run("build", "--ssh", "default");
        assertThat(ssh.code()).isEqualTo(1);
        assertThat(ssh.err()).contains("services.web.build.ssh: default: no SSH agent runs");
    }
}
