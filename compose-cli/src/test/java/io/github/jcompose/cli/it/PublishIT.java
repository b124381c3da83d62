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

/** Publishes to the registry that {@code scripts/images} starts. */
@NeedsEngine
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PublishIT {
    private static final String PROJECT = "cli-publish-it";
    private static final String NAME = "127.0.0.1:" + System.getenv().getOrDefault("JCOMPOSE_REGISTRY_PORT", "5000")
            + "/jcompose-test/cli-publish-it";

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void prepare() throws IOException {
        jcompose = Launcher.in(directory)
                .with("COMPOSE_PROJECT_NAME", PROJECT)
                .with("XDG_CACHE_HOME", directory.resolve("cache").toString());
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: busybox:1.36
                    env_file: web.env
                    command: ["echo", "$WHO is ${WHERE:-there}"]
                    volumes: ["./data:/data:ro"]
                """.replace("$WHO", "${WHO}"));
        Files.writeString(directory.resolve("web.env"), "A=1\n");
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "-t", "0");
    }

    @Test
    void publishesWhatAnotherMachineRuns() throws IOException {
        Outcome published = jcompose.run("publish", "--with-env", "-y", "--resolve-image-digests", NAME + ":1")
                .ok();

        assertThat(published.out()).matches("oci://\\Q" + NAME + "\\E@sha256:[0-9a-f]{64}\n");
        assertThat(published.err()).contains(NAME + ":1 published");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Outcome up = new Launcher(jcompose.script(), elsewhere, jcompose.environment())
                .with("WHO", "everyone")
                .run("-f", published.out().strip(), "up", "--no-log-prefix")
                .ok();
        assertThat(up.out() + up.err()).contains("everyone is there");
    }

    @Test
    void asksBeforeItPublishesWhatMayBeSecret() throws IOException {
        Path answers = Files.writeString(directory.resolve("answers"), "y\nno\n");

        Outcome outcome = jcompose.reading(answers, "publish", NAME + ":2");

        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err())
                .contains("services.web.volumes: " + directory.toRealPath().resolve("data") + ":/data\n")
                .contains("Are you ok to publish these bind mount declarations? [y/N] ")
                .contains("services.web.env_file: web.env\n")
                .doesNotContain("published\n" + NAME);
        assertThat(jcompose.run("-f", "oci://" + NAME + ":2", "config").err()).contains("no version 2 of");
    }

    @Test
    void publishesNothingInADryRun() {
        Outcome outcome = jcompose.run("--dry-run", "publish", "-y", "--with-env", NAME + ":3")
                .ok();

        assertThat(outcome.err()).contains(NAME + ":3 published");
        assertThat(jcompose.run("-f", "oci://" + NAME + ":3", "config").err()).contains("no version 3 of");
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        assertThat(jcompose.run("publish").err())
                .contains("\"publish\" needs the name to publish as: REPOSITORY[:TAG]");
        assertThat(jcompose.run("publish", "-y", "Bad Name").err())
                .contains("not a name in a registry: 'Bad Name'; expected registry/repository:tag");
        assertThat(jcompose.run("publish", "--oci-version", "2", NAME).err())
                .contains("invalid --oci-version \"2\": expected 1.0 or 1.1");
    }
}
