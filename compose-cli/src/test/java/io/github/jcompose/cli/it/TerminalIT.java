package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine
@NeedsTerminal
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TerminalIT {
    private static final String PROJECT = "cli-terminal-it";

    @TempDir
    static Path directory;

    private static Launcher jcompose;

    private Screen screen;

    @BeforeAll
    static void bringUp() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  # Not busybox: its shell drops what is typed while it asks the terminal where the cursor is.
                  web:
                    image: debian:12
                    environment: {PS1: "/ # "}
                    command: sleep 1000
                    init: true
                    stop_grace_period: 0s
                  editor:
                    image: busybox:1.36
                    command: sleep 1000
                    init: true
                    stop_grace_period: 0s
                  shell:
                    image: busybox:1.36
                    command: sh
                    tty: true
                    stdin_open: true
                    stop_grace_period: 0s
                """);
        jcompose = Launcher.in(directory)
                .with("COMPOSE_PROJECT_NAME", PROJECT)
                .with("DOCKER_CONFIG", directory.toString());
        jcompose.run("up", "-d").ok();
    }

    @AfterAll
    static void takeDown() {
        jcompose.run("down", "--remove-orphans", "-t", "0");
    }

    @BeforeEach
    void openScreen() {
        screen = Screen.of(jcompose);
    }

    @AfterEach
    void closeScreen() {
        screen.close();
    }

    private void clear() {
        screen.type("clear");
        screen.awaitScreen("$");
    }

    @Test
    void execIsAShellToTypeIn() {
        screen.type("jcompose exec web sh");
        screen.await("/ #");
        screen.type("clear");
        screen.awaitScreen("/ #");
        screen.type("echo $((6*7))");
        screen.awaitLine("42");
        screen.await("/ #");
        screen.type("exit 5");
        screen.await("$");
        screen.type("echo code $?");

        screen.awaitScreen("""
                / # echo $((6*7))
                42
                / # exit 5
                $ echo code $?
                code 5
                $
                """);
    }

    @Test
    void execEndsWithTheInput() {
        screen.type("jcompose exec web sh");
        screen.await("/ #");
        screen.press("C-d");
        screen.await("$");
    }

    @Test
    void execFollowsTheWindow() {
        screen.type("jcompose exec web sh");
        screen.await("/ #");
        screen.type("until [ \"$(stty size)\" = '24 80' ]; do sleep 0.1; done; echo first");
        screen.awaitLine("first");
        screen.resize(100, 30);
        screen.type("until [ \"$(stty size)\" = '30 100' ]; do sleep 0.1; done; echo second");
        screen.awaitLine("second");
    }

    @Test
    void ctrlCReachesTheProcess() {
        screen.type("jcompose exec web sh");
        screen.await("/ #");
        screen.type("echo waiting; sleep 1000");
        screen.awaitLine("waiting");
        screen.press("C-c");
        screen.await("/ #");
        screen.type("echo code $?");
        screen.awaitLine("code 130");
        screen.type("exit");
        screen.await("$");
    }

    @Test
    void editsTheLineInTheContainer() {
        screen.type("jcompose exec editor sh");
        screen.await("/ #");
        screen.type("echo one");
        screen.awaitLine("one");
        screen.press("Up", "BSpace", "BSpace", "BSpace");
        screen.type("two");
        screen.awaitLine("two");
        screen.press("C-d");
        screen.await("$");
    }

    @Test
    void theTerminalIsAsBefore() {
        String compare = "; stty -a >after; cmp before after && echo same";
        screen.type("stty -a >before; jcompose exec web sh -c 'exit 3'" + compare);
        screen.awaitLine("same");
        clear();
        screen.type("jcompose exec web no-such-command" + compare);
        screen.awaitLine("same");
    }

    @Test
    void theTerminalIsAsBeforeAfterATerminate() throws IOException {
        screen.type("stty -a >before; jcompose exec web sh");
        screen.await("/ #");
        kill("TERM");
        screen.await("/ # $");
        screen.type("echo code $?; stty -a >after; cmp before after && echo same");
        screen.awaitLine("code 130");
        screen.awaitLine("same");
    }

    @Test
    void theTerminalIsAsBeforeAfterAKill() throws IOException {
        screen.type("stty -a >before; jcompose exec web sh");
        screen.await("/ #");
        kill("KILL");
        screen.awaitLine("/ # Killed");
        screen.type("");
        screen.await("$");
        clear();
        screen.type("stty -a >after; cmp before after && echo same");
        screen.awaitLine("same");
    }

    /** Signals the JVM that runs on this terminal. */
    private static void kill(String signal) throws IOException {
        ProcessHandle.allProcesses().filter(process -> isOurs(process.pid())).forEach(process -> {
            try {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean isOurs(long pid) {
        try {
            Path process = Path.of("/proc/" + pid);
            return Files.readString(process.resolve("cmdline")).contains("io.github.jcompose.cli.Main")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(directory.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aCommandWithoutATerminalIsEndedByCtrlC() {
        screen.type("jcompose exec -T web sh -c '[ -t 0 ] || echo none; sleep 1000'; code=$?; echo; echo code $code");
        screen.awaitLine("none");
        screen.press("C-c");
        screen.awaitLine("code 130");
    }

    @Test
    void aPipeMakesTheTerminalUnnecessary() {
        screen.type("echo piped | jcompose exec web cat");
        screen.awaitLine("piped");
        screen.await("$");
        clear();
        screen.type("echo piped | jcompose exec -t web cat");
        screen.awaitLine("the input device is not a TTY; -T runs the command without a terminal");
        clear();
        screen.type("echo piped | jcompose run --rm -q web cat");
        screen.awaitLine("piped");
        screen.await("$");
    }

    @Test
    void runIsAShellToTypeIn() {
        screen.type("jcompose run --rm -q web sh");
        screen.await("/ #");
        screen.type("until [ \"$(stty size)\" = '24 80' ]; do sleep 0.1; done; echo sized");
        screen.awaitLine("sized");
        screen.type("exit 6");
        screen.await("$");
        screen.type("echo code $?");
        screen.awaitLine("code 6");
        assertThat(jcompose.run("ps", "-a", "--format", "json").ok().out()).doesNotContain("-run-");
    }

    @Test
    void runPassesCtrlCOnWithoutATerminal() {
        screen.type(
                "jcompose run -T --rm -q web sh -c 'trap \"echo; echo bye; exit 9\" INT; echo up; while :; do sleep 0.1; done'");
        screen.awaitLine("up");
        screen.press("C-c");
        screen.awaitLine("bye");
        screen.await("$");
        screen.type("echo code $?");
        screen.awaitLine("code 9");
    }

    @Test
    void runShowsProgressAboveTheOutput() {
        screen.type("jcompose run --rm --name " + PROJECT + "-mine web echo hello");
        screen.awaitLine("hello");
        screen.await("$");
        assertThat(screen.lines())
                .anyMatch(line -> line.contains("Container " + PROJECT + "-mine") && line.contains("Created"));
    }

    @Test
    void attachIsLeftWithTheDetachKeys() {
        screen.type("jcompose attach shell");
        screen.await("/ #");
        screen.type("echo $((2*21))");
        screen.awaitLine("42");
        screen.press("C-p", "C-q");
        screen.awaitLine("read escape sequence");
        screen.await("$");
        assertThat(jcompose.run("ps", "--services").ok().lines()).contains("shell");
        clear();
        screen.type(
                "stty -a >before; jcompose attach --detach-keys ctrl-x,x shell; stty -a >after; cmp before after && echo same");
        screen.await("/ #");
        screen.press("C-x", "x");
        screen.awaitLine("read escape sequence");
        screen.awaitLine("same");
    }

    @Test
    void theDetachKeysOfDockersSettingsCount() throws IOException {
        Files.writeString(directory.resolve("config.json"), "{\"detachKeys\": \"ctrl-e\"}");
        try {
            screen.type("jcompose attach shell");
            screen.await("/ #");
            screen.press("C-e");
            screen.awaitLine("read escape sequence");
            screen.await("$");
        } finally {
            Files.delete(directory.resolve("config.json"));
        }
    }

    @Test
    void execIsLeftWithTheDetachKeys() {
        screen.type("jcompose exec web sh");
        screen.await("/ #");
        screen.press("C-p", "C-q");
        screen.awaitLine("read escape sequence");
        screen.await("$");
    }

    @Test
    void upIsLeftByAKey() {
        screen.type("jcompose -p " + PROJECT + "-menu up --no-deps editor");
        screen.awaitLine("Attaching to editor-1");
        screen.awaitLine("Press d to detach, Ctrl-C to stop");
        screen.press("d");
        screen.awaitLine("Detached; the containers run on");
        screen.await("$");
        screen.type("echo code $?");
        screen.awaitLine("code 0");
        Launcher menu = jcompose.with("COMPOSE_PROJECT_NAME", PROJECT + "-menu");
        assertThat(menu.run("ps", "--services").ok().out()).isEqualTo("editor\n");
        menu.run("down", "-t", "0").ok();
    }
}
