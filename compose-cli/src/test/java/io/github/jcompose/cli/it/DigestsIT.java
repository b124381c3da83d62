package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DigestsIT {
    private static final String ZEROS = "0".repeat(64);

    @TempDir
    private Path directory;

    @Test
    void putsDigestsInPlaceOfTags() throws IOException {
        write("""
                name: pinned
                services:
                  web:
                    image: busybox
                    volumes: [{type: image, source: "busybox:latest", target: /tools}]
                  fixed: {image: "busybox@sha256:%s"}
                """.formatted(ZEROS));

        String out = Launcher.in(directory)
                .run("config", "--resolve-image-digests")
                .ok()
                .out();

        assertThat(out)
                .containsPattern("image: docker.io/library/busybox@sha256:[0-9a-f]{64}\n")
                .containsPattern("source: docker.io/library/busybox@sha256:[0-9a-f]{64}\n")
                .contains("image: docker.io/library/busybox@sha256:" + ZEROS + "\n");
    }

    @Test
    void printsAnOverrideFileThatKeepsTheImages() throws IOException {
        write("services: {web: {image: busybox, ports: ['80'], labels: {a: b}}, built: {build: .}}\n");

        String out = Launcher.in(directory)
                .run("config", "--lock-image-digests")
                .ok()
                .out();
        Files.writeString(directory.resolve("lock.yaml"), out);
        String merged = Launcher.in(directory)
                .run("-f", "compose.yaml", "-f", "lock.yaml", "config", "--images")
                .ok()
                .out();

        assertThat(out).startsWith("services:\n  web:\n").doesNotContain("built", "ports", "labels", "name:");
        assertThat(merged).containsPattern("(?m)^docker.io/library/busybox@sha256:[0-9a-f]{64}$");
    }

    @Test
    void saysWhichImageNoRegistryKnows() throws IOException {
        write("services: {web: {image: 'jcompose-nowhere/nothing:1'}}\n");

        Launcher.Outcome outcome = Launcher.in(directory).run("config", "--resolve-image-digests");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("services.web.image: cannot find the digest of jcompose-nowhere/nothing:1: ");
    }

    private void write(String file) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), file);
    }
}
