package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import io.github.jcompose.cli.it.Launcher.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsEngine
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InteractiveIT {
    private static final String PROJECT = "cli-interactive-it";

    @TempDir
    static Path directory;

    private static Launcher jcompose;

    @BeforeAll
    static void bringUp() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: busybox:1.36
                    command: sleep 1000
                    init: true
                    stop_grace_period: 0s
                    environment: {OWN: web}
                    ports: ["80"]
                    volumes: [/anonymous]
                  idle: {image: 'busybox:1.36', command: sleep 1000, init: true, stop_grace_period: 0s, scale: 0}
                  reader:
                    image: busybox:1.36
                    command: sh -c 'while read line; do echo "got $$line"; [ "$$line" = end ] && exit 4; done'
                    stdin_open: true
                  tool: {image: 'busybox:1.36', command: echo tooled, profiles: [tools]}
                """);
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT).with("FROM_SHELL", "inherited");
        jcompose.run("up", "-d", "web").ok();
    }

    @AfterAll
    static void takeDown() {
        jcompose.run("down", "-v", "--remove-orphans", "-t", "0");
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void execTellsOutputAndExitCode() {
        Outcome exec = jcompose.run("exec", "web", "sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(exec.code()).isEqualTo(7);
        assertThat(exec.out()).isEqualTo("out\n");
        assertThat(exec.err()).isEqualTo("err\n");
    }

    @Test
    void execTakesFlagsBeforeTheServiceOnly() {
        Outcome exec = jcompose.run(
                        "exec",
                        "-T",
                        "-e",
                        "A=1",
                        "-e",
                        "FROM_SHELL",
                        "-u",
                        "1000",
                        "-w",
                        "/tmp",
                        "--index=1",
                        "-i",
                        "-t",
                        "web",
                        "sh",
                        "-c",
                        "echo $A $FROM_SHELL $OWN; id -u; pwd; echo $1",
                        "sh",
                        "-d")
                .ok();

        assertThat(exec.lines()).containsExactly("1 inherited web", "1000", "/tmp", "-d");
    }

    @Test
    void execEndsWhenAFileEnds() throws IOException {
        byte[] bytes = new byte[4_000_000];
        new Random(2).nextBytes(bytes);
        Path input = Files.write(directory.resolve("input"), bytes);
        Path output = directory.resolve("output");

        Outcome exec =
                jcompose.reading(input, "exec", "-T", "web", "sh", "-c", "cat >/copy; md5sum </copy; wc -c </copy");
        assertThat(exec.ok().lines().get(1).strip()).isEqualTo("4000000");

        int code = jcompose.piped(input, output, "exec", "--no-TTY", "web", "cat");
        assertThat(code).isZero();
        assertThat(Files.mismatch(input, output)).isEqualTo(-1);
    }

    @Test
    void execStartsInTheBackground() {
        Outcome exec = jcompose.run("exec", "-d", "web", "touch", "/made").ok();

        assertThat(exec.out()).isEmpty();
        jcompose.run("exec", "web", "sh", "-c", "until [ -e /made ]; do sleep 0.1; done")
                .ok();
    }

    @Test
    void execIsEndedByATerminate() throws Exception {
        try (Running exec = jcompose.start("exec", "web", "sh", "-c", "echo ready; sleep 1000")) {
            exec.awaitLine("ready");
            exec.terminate();
            assertThat(exec.await()).isEqualTo(130);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    exec wbe true                   | service "wbe" is not running; running services: web
                    exec --index 5 web true         | service "web" is not running container #5; it runs #1
                    exec idle true                  | service "idle" is not running
                    exec web                        | 'exec' needs a service and a command (got 1 of 2 arguments)
                    exec                            | 'exec' needs a service and a command (got 0 of 2 arguments)
                    exec --index x web true         | invalid argument "x" for "--index" flag: expected a whole number
                    exec --index -1 web true        | --index must be a number from 1 on (found: -1)
                    exec -e =x web true             | invalid environment variable "=x"
                    exec --no-tty=false web true    | the input device is not a TTY
                    exec --privilged web true       | did you mean --privileged?
                    attach                          | 'attach' needs one service (got 0)
                    attach web reader               | 'attach' needs one service (got 2)
                    attach idle                     | service "idle" is not running
                    attach --detach-kyes a web      | did you mean --detach-keys?
                    run                             | 'run' needs a service
                    run wbe                         | no such service: wbe
                    run -t -T web true              | --tty and --no-tty can't be used together
                    run -P -p 80:80 web true        | --service-ports and --publish are incompatible
                    run -p 80:x web true            | invalid container port 'x' in '80:x'
                    run -v aa:/b:ro:/d web true      | invalid volume 'aa:/b:ro:/d': too many colons
                    run -l nothing web true         | label must be set as KEY=VALUE (found: "nothing")
                    run --env-from-file no web true | no such file
                    run --entrypoint 'a web true    | has no counterpart
                    run --pull sometimes web true   | invalid --pull option "sometimes"
                    run tool no-such-command        | no-such-command
                    """)
    void saysWhatIsWrong(String line, String message) {
        Outcome outcome = jcompose.run(line.split(" "));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void runTellsOutputAndExitCode() throws IOException {
        Outcome run = jcompose.reading(
                file("typed", "typed\n"), "run", "--rm", "web", "sh", "-c", "cat; echo err >&2; exit 3");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("typed\n");
        assertThat(run.err()).contains("Container " + PROJECT + "-web-run-", " Created ", "err\n");
        assertThat(jcompose.run("ps", "-a", "-q", "web").ok().lines()).hasSize(1);
    }

    @Test
    void runTakesAllThatDiffersFromTheService() throws IOException {
        file("vars", "FILE=from file\nB=file\n");
        Outcome run = jcompose.run(
                        "run",
                        "--rm",
                        "-q",
                        "-T",
                        "--env-from-file",
                        "vars",
                        "-e",
                        "B=flag",
                        "-e",
                        "FROM_SHELL",
                        "-u",
                        "1000",
                        "-w",
                        "/tmp",
                        "-v",
                        "./vars:/vars:ro",
                        "--cap-add",
                        "NET_ADMIN",
                        "--cap-drop",
                        "CHOWN",
                        "-l",
                        "mine=yes",
                        "--name",
                        PROJECT + "-named",
                        "--entrypoint",
                        "sh -c",
                        "--no-deps",
                        "web",
                        "echo $FILE $B $FROM_SHELL $OWN; id -u; pwd; head -c 4 /vars")
                .ok();

        assertThat(run.lines()).containsExactly("from file flag inherited web", "1000", "/tmp", "FILE");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void runInTheBackgroundPrintsTheId() {
        String id = jcompose.run("run", "-d", "-l", "mine=yes", "-p", "0:8000", "--use-aliases", "web", "sleep", "1000")
                .ok()
                .out()
                .strip();

        assertThat(id).matches("[0-9a-f]{64}");
        String ps = jcompose.run("ps", "-a", "--format", "json").ok().out();
        assertThat(ps).contains(id.substring(0, 12), "mine=yes", "\"TargetPort\":8000");
        assertThat(jcompose.run("ps", "-q").ok().lines()).hasSize(1);
        jcompose.run("up", "-d", "web").ok();
        assertThat(jcompose.run("ps", "-a", "-q", "web").ok().out()).contains(id);
        jcompose.run("kill", "web").ok();
        jcompose.run("up", "-d", "--remove-orphans", "web").ok();
        assertThat(jcompose.run("ps", "-a", "-q", "web").ok().out()).doesNotContain(id);
    }

    @Test
    void runPublishesThePortsOfTheServiceWhenAsked() {
        String id = jcompose.run("run", "-d", "-P", "--rm", "web").ok().out().strip();

        List<String> mine = jcompose.run("ps", "-a", "--format", "json").ok().lines().stream()
                .filter(line -> line.contains(id.substring(0, 12)))
                .toList();
        assertThat(mine).singleElement().asString().contains("\"TargetPort\":80,");
        jcompose.run("kill", "web").ok();
        jcompose.run("start", "web").ok();
    }

    @Test
    void runEnablesTheProfileOfTheService() {
        assertThat(jcompose.run("run", "--rm", "tool").ok().out()).isEqualTo("tooled\n");
    }

    @Test
    void runPassesATerminateOn() throws Exception {
        try (Running run = jcompose.start(
                "run",
                "--rm",
                "-q",
                "web",
                "sh",
                "-c",
                "trap 'echo bye; exit 8' TERM; echo up; while :; do sleep 0.1; done")) {
            run.awaitLine("up");
            run.terminate();
            assertThat(run.await()).isEqualTo(8);
            assertThat(run.lines()).contains("bye");
        }
    }

    @Test
    void attachPassesInputOn() throws IOException {
        jcompose.run("up", "-d", "reader").ok();

        Outcome attach = jcompose.reading(file("lines", "one\nend\n"), "attach", "reader");

        assertThat(attach.code()).isEqualTo(4);
        assertThat(attach.out()).isEqualTo("got one\ngot end\n");
    }

    @Test
    void aReaderThatHasGoneEndsTheCommand() throws Exception {
        Process shell = new ProcessBuilder(
                        "sh", "-c", jcompose.script() + " -p " + PROJECT + " exec web yes | head -n 1")
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(shell.inputReader().lines()).containsExactly("y");
        assertThat(shell.waitFor()).isZero();
    }
}
