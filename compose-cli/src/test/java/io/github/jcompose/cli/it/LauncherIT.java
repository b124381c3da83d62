package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    @TempDir
    Path directory;

    @Test
    void runsInAnyDirectory() {
        Outcome outcome = Launcher.in(directory).run("version").ok();

        assertThat(outcome.out()).startsWith("jcompose version v");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void runsThroughALinkToALink() throws IOException {
        Path link = Files.createSymbolicLink(
                directory.resolve("first"), Launcher.in(directory).script());
        Path second = Files.createSymbolicLink(
                directory.resolve("docker compose"), Path.of(link.getFileName().toString()));

        assertThat(new Launcher(second, directory, Map.of()).run("version").ok().out())
                .startsWith("jcompose version v");
    }

    @Test
    void findsTheFileOfTheDirectoryItRunsIn() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "services: {web: {image: 'nginx:${TAG:-1.25}'}}\n");
        Files.writeString(directory.resolve(".env"), "TAG=1.26\n");
        Path below = Files.createDirectory(directory.resolve("below"));

        assertThat(Launcher.in(below).run("config", "--images").ok().out()).isEqualTo("nginx:1.26\n");
    }

    @Test
    void endsWithOneForWhatItDoesNotKnow() {
        Outcome outcome = Launcher.in(directory).run("dwon");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("unknown jcompose command: \"dwon\"; did you mean \"down\"?\n");
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web:\n    image: nginx\n    prots: []\n");

        Outcome outcome = Launcher.in(directory).run("up", "-d");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("compose.yaml:4:5: services.web: ").contains("did you mean 'ports'?");
    }

    @Test
    void saysThatThereIsNoFile() {
        Outcome outcome = Launcher.in(directory).run("-f", "missing.yaml", "config");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("missing.yaml").hasLineCount(1);
    }

    @Test
    void saysInOneLineThatThereIsNoEngine() {
        Launcher nowhere = Launcher.in(directory).with("DOCKER_HOST", "unix:///nowhere/docker.sock");

        Outcome outcome = nowhere.run("ls");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("unix:///nowhere/docker.sock").hasLineCount(1);
        assertThat(nowhere.run("--debug", "ls").err()).contains("\tat io.github.jcompose.");
    }

    @Test
    void writesMarksInAnyLocale() throws IOException {
        Files.writeString(
                directory.resolve("compose.yaml"), "name: grün\nservices: {web: {image: x, labels: {a: é}}}\n");

        assertThat(Launcher.in(directory)
                        .with("LC_ALL", "C")
                        .run("-p", "x", "config")
                        .ok()
                        .out())
                .contains("a: é");
    }
}
