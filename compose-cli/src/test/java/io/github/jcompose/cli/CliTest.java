package io.github.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.command.Command;
import io.github.jcompose.cli.command.Commands;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
    private static final Map<String, String> NO_ENGINE = Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock");
    private static final String HELLO = """
            name: hello
            services:
              web:
                image: nginx:${TAG:-1.25}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsItsVersion() {
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("jcompose version v[0-9]+\\.[0-9]+\\.[0-9]+.*\n");
        assertThat(run("version", "--short")).isZero();
        assertThat(run("-v")).isZero();
        assertThat(run("version", "-f", "json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("{\"version\":\"v");
        assertThat(err.size()).isZero();
    }

    @Test
    void explainsItself() {
        assertThat(run()).isZero();
        assertThat(run("--help")).isZero();
        assertThat(run("help", "up")).isZero();
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Usage:  jcompose [OPTIONS] COMMAND", "  up       Create and start containers", "-d, --detach");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dwon | unknown jcompose command: \"dwon\"; did you mean \"down\"?",
                "up --detatch | unknown flag: --detatch; did you mean --detach?",
                "up -d --abort-on-container-exit | --detach cannot be combined with --abort-on-container-exit,",
                "up --build --no-build | --build and --no-build are incompatible",
                "-f - up --pull sometimes | invalid --pull option \"sometimes\"",
                "-f - up --scale web | invalid --scale option \"web\": expected SERVICE=NUM",
                "-f - config --format xml | unsupported format \"xml\": expected yaml or json",
                "ps --filter source=x | filter source is not implemented",
                "ps --filter status | arguments to --filter should be in form KEY=VAL",
                "ps --status gone | unknown status \"gone\"",
                "logs --index 2 | --index requires one service to be selected",
                "--ansi sometimes version | unsupported --ansi value \"sometimes\"",
                "--progress loud version | unsupported --progress value \"loud\"",
                "--ansi never --progress tty version | can't use --progress tty while ANSI support is disabled",
                "-p UPPER@ ps | invalid project name \"UPPER@\"",
                "--parallel many ps | invalid argument \"many\" for \"--parallel\" flag: expected a whole number",
            })
    void refusesWhatItDoesNotUnderstand(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(message).contains("--help' for");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysWhichCommandsAreNotThereYet() {
        assertThat(run("exec", "web", "sh")).isEqualTo(1);
        assertThat(err).hasToString("jcompose does not have the command 'exec' of docker compose yet\n");
    }

    @Test
    void knowsEachCommandByItsName() {
        for (String name : Commands.NAMES) {
            Command command = Objects.requireNonNull(Commands.named(name), name);
            assertThat(command.synopsis().name()).isEqualTo(name);
            assertThat(command.synopsis().flags().flags())
                    .as("flags of %s", name)
                    .extracting("name")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void printsTheProjectItReadsFromItsInput() {
        assertThat(run("-f", "-", "config")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("name: hello", "image: nginx:1.25", "hello_default");
        assertThat(err.size()).isZero();
    }

    @Test
    void printsListsOfTheProject() {
        assertThat(run("-f", "-", "config", "--services")).isZero();
        assertThat(run("-f", "-", "config", "--images")).isZero();
        assertThat(run("-f", "-", "config", "--hash", "*")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("web\nnginx:1.25\nweb [0-9a-f]{64}\n");
    }

    @Test
    void listsVariables() {
        assertThat(runWith("services: {web: {image: 'nginx:${TAG:-1.25}'}}\n", "-f", "-", "config", "--variables"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.split(" +")))
                .contains(new String[] {"TAG", "false", "1.25"});
    }

    @Test
    void checksQuietly() {
        assertThat(run("-f", "-", "config", "-q")).isZero();
        assertThat(out.size()).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void pointsAtWhatIsWrongInAFile() {
        int code = runWith("services:\n  web:\n    image: nginx\n    prots: []\n", "-f", "-", "config");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("-:4:5: ")
                .contains("prots", "did you mean 'ports'?");
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) {
        return runWith(HELLO, arguments);
    }

    private int runWith(String input, String... arguments) {
        return Cli.run(
                new ArrayList<>(Arrays.asList(arguments)),
                NO_ENGINE,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
    }
}
