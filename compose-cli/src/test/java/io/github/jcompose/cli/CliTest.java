package io.github.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.command.Command;
import io.github.jcompose.cli.command.Commands;
import io.github.jcompose.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static final String BROKEN = "services:\n  web:\n    image: nginx\n    prots: []\n    scale: many\n";
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
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches(
                        "jcompose version v[0-9]+\\.[0-9]+\\.[0-9]+.*\nJava: +[0-9].*\nEngine: +cannot reach an engine .*\n");
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
                        "Usage:  jcompose [OPTIONS] COMMAND",
                        "  up          Create and start containers",
                        "-d, --detach",
                        "  jcompose up -d --wait\n");
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
        assertThat(run("watch", "web")).isEqualTo(1);
        assertThat(err).hasToString("jcompose does not have the command 'watch' of docker compose yet\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999"})
    void refusesATimeLimitThatIsNoNumberOfSeconds(String value) {
        Map<String, String> environment = new HashMap<>(NO_ENGINE);
        environment.put("COMPOSE_HTTP_TIMEOUT", value);
        assertThat(runIn(environment, HELLO, List.of("-p", "x", "ps"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("COMPOSE_HTTP_TIMEOUT must be a number of seconds (found: \"" + value + "\")");
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
    void drawsTheProject() {
        assertThat(run("-f", "-", "graph")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("flowchart TB\n  s0[\"<b>web</b>");
        assertThat(run("-f", "-", "graph", "--format", "png")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("unsupported format \"png\": expected mermaid, dot or svg");
    }

    @Test
    void saysThatAFileIsValid() {
        assertThat(run("-f", "-", "validate")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello: valid, services: web\n");
    }

    @Test
    void findsEverythingThatIsWrong() {
        assertThat(runWith(BROKEN, "-f", "-", "validate")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("-:4:5: ", "did you mean 'ports'?", "-:5:")
                .endsWith("2 errors\n");
    }

    @Test
    void reportsProblemsToPrograms() {
        assertThat(runWith(BROKEN, "-f", "-", "validate", "--format", "json")).isEqualTo(1);
        Map<?, ?> report = (Map<?, ?>) Json.parse(out.toByteArray());
        assertThat(report.get("valid")).isEqualTo(false);
        assertThat((List<?>) report.get("problems")).hasSize(2);
        assertThat(((List<?>) report.get("problems")).get(0))
                .extracting("severity", "file", "line", "column", "path")
                .containsExactly("error", "-", 4L, 5L, "services.web");
    }

    @Test
    void reportsProblemsToCodeReviews() {
        assertThat(runWith(BROKEN, "-f", "-", "validate", "--format", "sarif")).isEqualTo(1);
        String report = out.toString(StandardCharsets.UTF_8);
        assertThat(report)
                .contains(
                        "\"version\": \"2.1.0\"",
                        "\"ruleId\": \"compose-file\"",
                        "\"startLine\": 4",
                        "\"startColumn\": 5")
                .contains("\"text\": \"services.web: unknown attribute 'prots'; did you mean 'ports'?\"");
        assertThat(run("validate", "--format", "xml")).isEqualTo(1);
    }

    @Test
    void failsForWarningsWhereAsked() {
        String file = "services: {web: {image: 'nginx:$NOPE'}}\n";
        assertThat(runWith(file, "-f", "-", "validate")).isZero();
        assertThat(runWith(file, "-f", "-", "validate", "--strict")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("warning: -:1:", "\"NOPE\" variable is not set");
    }

    @Test
    void answersDockerAsItsPlugin() {
        assertThat(run("docker-cli-plugin-metadata")).isZero();
        Map<?, ?> metadata = (Map<?, ?>) Json.parse(out.toByteArray());
        assertThat(metadata).hasSize(4).extracting("SchemaVersion", "Vendor").containsExactly("0.1.0", "jcompose");
        out.reset();

        Map<String, String> byDocker = new HashMap<>(NO_ENGINE);
        byDocker.put("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", "docker");
        List<String> words = List.of("--log-level", "error", "compose", "-f", "-", "config", "--services");
        assertThat(runIn(byDocker, HELLO, words)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("web\n");
        out.reset();
        assertThat(runIn(byDocker, HELLO, List.of("__complete", "compose", "-f", "-", "logs", "w")))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("web\n:4\n");
        assertThat(runIn(byDocker, HELLO, List.of("compose", "upp"))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage:  docker compose [OPTIONS] COMMAND");
    }

    @Test
    void refusesTlsFilesThatAreNotThere() {
        String[] line = {"-H", "tcp://127.0.0.1:1", "--tlsverify", "--tlscacert", "nothing.pem", "ls"};
        assertThat(run(line)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("cannot read the TLS CA certificate file ")
                .contains("nothing.pem");
    }

    @Test
    void takesItsOwnSettingsFromTheEnvFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("settings"), "COMPOSE_PROGRESS=loud\n");
        assertThat(run("--env-file", file.toString(), "-f", "-", "config", "-q"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("loud");
    }

    @Test
    void keepsWarningsToItselfWhereAsked() {
        String file = "services: {web: {image: 'nginx:$NOPE'}}\n";
        assertThat(runWith(file, "--log-level", "error", "-f", "-", "config", "-q"))
                .isZero();
        assertThat(err.size()).isZero();
        assertThat(runWith(file, "-l", "loud", "-f", "-", "config", "-q")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("unable to parse logging level: loud");
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
        return runIn(NO_ENGINE, input, new ArrayList<>(Arrays.asList(arguments)));
    }

    private int runIn(Map<String, String> environment, String input, List<String> arguments) {
        return Cli.run(
                arguments,
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
    }
}
