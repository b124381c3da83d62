package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Completes command lines in the shells themselves. */
@Timeout(120)
class CompletionIT {
    @TempDir
    private Path directory;

    @BeforeEach
    void writeProject() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web: {image: busybox}
                  worker: {image: busybox, profiles: [batch]}
                """);
        Path launcher = Launcher.in(directory).script();
        Files.createSymbolicLink(directory.resolve("jcompose"), launcher);
        assertThat(Launcher.in(directory).run("version").ok().code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completesCommandsFlagsServicesAndProfiles(String shell) throws Exception {
        assertThat(complete(shell, "jcompose unp")).containsExactly("unpause");
        assertThat(complete(shell, "jcompose logs w")).containsExactlyInAnyOrder("web", "worker");
        assertThat(complete(shell, "jcompose up --force")).containsExactly("--force-recreate");
        assertThat(complete(shell, "jcompose --profile ")).containsExactly("batch");
        assertThat(complete(shell, "jcompose scale wo")).containsExactly("worker=");
        assertThat(complete(shell, "jcompose -f comp")).containsExactly("compose.yaml");
    }

    @Test
    void cutsWhatBashKeepsOfAWordOffTheCandidates() throws Exception {
        assertThat(complete("bash", "jcompose up --pull=mis")).containsExactly("missing");
    }

    @Test
    void speaksTheProtocolOfDockersScripts() {
        Launcher.Outcome outcome =
                Launcher.in(directory).run("__complete", "up", "we").ok();
        assertThat(outcome.lines()).containsExactly("web", ":4");
        outcome = Launcher.in(directory).run("__complete", "unp").ok();
        assertThat(outcome.lines()).containsExactly("unpause\tLet frozen containers go on", ":4");
        outcome = Launcher.in(directory).run("__completeNoDesc", "unp").ok();
        assertThat(outcome.lines()).containsExactly("unpause", ":4");
    }

    @Test
    void refusesAShellItDoesNotKnow() {
        Launcher.Outcome outcome = Launcher.in(directory).run("completion", "tcsh");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("expected one shell: bash, zsh, fish\n");
    }

    private List<String> complete(String shell, String line) throws Exception {
        String program = switch (shell) {
            case "bash" -> """
                    . <(jcompose completion bash)
                    compopt() { [[ $2 == default ]] && COMPREPLY=($(compgen -f -- "${words[-1]}")); true; }
                    COMP_LINE='%1$s' COMP_POINT=${#COMP_LINE}
                    COMP_POINT=${#COMP_LINE}
                    _jcompose
                    printf '%%s\\n' "${COMPREPLY[@]}"
                    """;
            case "zsh" -> """
                    compdef() { : }
                    . <(jcompose completion zsh)
                    _describe() { print -rl -- ${${(P)2}%%%%:*} }
                    _files() { print -rl -- ${words[-1]}*(N) }
                    line='%1$s'
                    words=(${(s: :)line}); [[ $line == *' ' ]] && words+=('')
                    CURRENT=$#words
                    _jcompose
                    """;
            default -> """
                    jcompose completion fish | source
                    complete -C '%1$s' | string replace -r '\\t.*' ''; true
                    """;
        };
        boolean there =
                Files.isExecutable(Path.of("/usr/bin/" + shell)) || Files.isExecutable(Path.of("/bin/" + shell));
        assumeTrue(there || "true".equals(System.getenv("CI")), shell + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", String.format(program, line))
                .directory(directory.toFile())
                .redirectError(directory.resolve("errors").toFile());
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(out + Files.readString(directory.resolve("errors")))
                .isZero();
        List<String> candidates = new ArrayList<>(out.lines().toList());
        candidates.removeIf(String::isEmpty);
        return candidates;
    }
}
