package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that do not fit on the disk. */
@NeedsEngine
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init")
class DiskFullIT {
    private static final String FULL = "No space left on device";

    @TempDir
    Path directory;

    private SmallDisk disk;
    private Launcher jcompose;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mounted();
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", "cli-disk-full-it");
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
    }

    private void write(String yaml) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), yaml);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(disk.folder())) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private void failsAndKeeps(Path file, String... command) throws IOException {
        Files.writeString(file, "of old");
        Outcome outcome = jcompose.run(command);
        assertThat(outcome.code()).as(outcome.line()).isEqualTo(1);
        assertThat(outcome.err()).contains(file.toString(), FULL).doesNotContain("\tat ");
        assertThat(file).hasContent("of old");
        assertThat(files()).containsExactly(file.getFileName().toString());
        Files.delete(file);
    }

    @Test
    void aCopyAndAnExportThatDoNotFitLeaveWhatWasThere() throws IOException {
        write("""
                services:
                  web: {image: 'busybox:1.36', network_mode: none, init: true, stop_grace_period: 0s, command: [sleep, '600']}
                """);
        try {
            jcompose.run("up", "-d").ok();
            Path file = disk.folder().resolve("file");
            // The one program that is all the others has about a megabyte.
            failsAndKeeps(file, "cp", "-L", "web:/bin/busybox", file.toString());
            failsAndKeeps(file, "export", "-o", file.toString(), "web");
        } finally {
            jcompose.run("down", "-t", "0");
        }
    }

    @Test
    void aConfigurationThatDoesNotFitLeavesWhatWasThere() throws IOException {
        write("services: {web: {image: 'busybox:1.36', labels: {long: " + "x".repeat(70_000) + "}}}");
        Path file = disk.folder().resolve("file");
        failsAndKeeps(file, "config", "-o", file.toString());

        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        failsAndKeeps(file, "config", "-o", link.toString());
    }

    @Test
    void anOutputThatTakesNothingFailsTheCommand() throws IOException {
        write("services: {web: {image: 'busybox:1.36'}}");
        assertThat(jcompose.piped(Path.of("/dev/null"), Path.of("/dev/full"), "config"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatFitsReplacesTheOldOneAndKeepsItsPermissions() throws IOException {
        write("services: {web: {image: 'busybox:1.36'}}");
        Path file = Files.writeString(disk.folder().resolve("file"), "of old");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        jcompose.run("config", "-o", file.toString()).ok();
        assertThat(file).content().contains("busybox");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(files()).containsExactly("file");
    }
}
