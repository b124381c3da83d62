package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import io.github.jcompose.cli.it.Launcher.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsEngine
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InspectIT {
    private static final String PROJECT = "cli-inspect-it";
    private static final String WEB_AND_JOB = """
            services:
              web:
                image: busybox:1.36
                command: ["sh", "-c", "mkdir -p /dir; echo hello >/dir/file; exec sleep 600"]
                stop_grace_period: 0s
                ports: ["127.0.0.1::80"]
                volumes: ["data:/data"]
                labels: {com.acme.our-team: red}
              job:
                image: busybox:1.36
                command: ["sh", "-c", "exit 3"]
            volumes: {data: {}}
            """;

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), WEB_AND_JOB);
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT);
        jcompose.run("up", "-d").ok();
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "-v", "--remove-orphans", "-t", "0");
    }

    @Test
    void listsWhatThereIs() {
        assertThat(jcompose.run("top").ok().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("web +1 .* sleep 600");
        assertThat(jcompose.run("port", "web", "80").ok().out()).matches("127\\.0\\.0\\.1:[0-9]+\n");
        List<String> images = jcompose.run("images").ok().lines();
        assertThat(images.get(0)).matches("CONTAINER +REPOSITORY +TAG +PLATFORM +IMAGE ID +SIZE +CREATED");
        assertThat(images).hasSize(3);
        assertThat(jcompose.run("images", "-q").ok().out()).matches("[0-9a-f]{64}\n");
        assertThat(jcompose.run("images", "--format", "json", "web").ok().out())
                .startsWith("[{\"ID\":\"sha256:")
                .contains("\"ContainerName\":\"" + PROJECT + "-web-1\",\"Repository\":\"busybox\",\"Tag\":\"1.36\"");
        assertThat(jcompose.run("volumes").ok().lines().get(1)).matches("local +" + PROJECT + "_data");
        assertThat(jcompose.run("volumes", "-q", "web").ok().out()).isEqualTo(PROJECT + "_data\n");
        assertThat(jcompose.run("volumes", "--format", "{{.Name}} {{.Label \"com.docker.compose.volume\"}}")
                        .ok()
                        .out())
                .isEqualTo(PROJECT + "_data data\n");
    }

    @Test
    void formatsByTemplates() {
        assertThat(jcompose.run(
                                "ps",
                                "-a",
                                "--format",
                                "table {{.Service}}\\t{{.State}}\\t{{.Label \"com.acme.our-team\"}}")
                        .ok()
                        .out()
                        .replaceAll(" +", " "))
                .isEqualTo("SERVICE STATE our team\njob exited \nweb running red\n");
        assertThat(jcompose.run("ps", "--format", "{{range .Publishers}}{{.TargetPort}}/{{.Protocol}}{{end}}")
                        .ok()
                        .out())
                .isEqualTo("80/tcp\n");
        assertThat(jcompose.run("ls", "--filter", "name=^" + PROJECT + "$", "--format", "{{.Name}} {{.Status}}")
                        .ok()
                        .out())
                .isEqualTo(PROJECT + " running(1)\n");
        Outcome wrong = jcompose.run("ps", "--format", "{{.Servce}}");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err())
                .startsWith("invalid --format \"{{.Servce}}\": there is no field .Servce; did you mean .Service?");
    }

    @Test
    void showsStatistics() throws Exception {
        List<String> lines = jcompose.run("stats", "--no-stream").ok().lines();
        assertThat(lines.get(0))
                .matches("CONTAINER ID +NAME +CPU % +MEM USAGE / LIMIT +MEM % +NET I/O +BLOCK I/O +PIDS");
        assertThat(lines.get(1)).matches("[0-9a-f]{12} +" + PROJECT + "-web-1 +[0-9.]+% .*iB / .*");
        assertThat(jcompose.run("stats", "--no-stream", "-a", "--format", "{{.Service}} {{.PIDs}}")
                        .ok()
                        .lines())
                .containsExactly("job --", "web 1");
        try (Running live = jcompose.start("stats", "--format", "json")) {
            live.awaitLine("\"Name\":\"" + PROJECT + "-web-1\"");
            live.awaitLine("\"Name\":\"" + PROJECT + "-web-1\"");
        }
    }

    @Test
    void listsInTheFormatOfTheDockerSettings() throws IOException {
        Path settings = Files.createDirectories(directory.resolve("settings"));
        Files.writeString(
                settings.resolve("config.json"),
                "{\"psFormat\": \"{{.Service}} of {{.Project}}\", \"volumesFormat\": \"<{{.Name}}>\"}");

        assertThat(jcompose.run("--config", "settings", "ps").ok().lines()).containsExactly("web of " + PROJECT);
        assertThat(jcompose.run("--config", "settings", "volumes").ok().lines())
                .containsExactly("<" + PROJECT + "_data>");
        assertThat(jcompose.with("DOCKER_CONFIG", settings.toString())
                        .run("ps")
                        .ok()
                        .lines())
                .containsExactly("web of " + PROJECT);
        assertThat(jcompose.run("--config", "settings", "ps", "-q").ok().out()).matches("[0-9a-f]{64}\n");
    }

    @Test
    void tellsEvents() throws Exception {
        try (Running events = jcompose.start("events", "--json", "web")) {
            // What was before is told too, so that it does not matter when the events begin.
            jcompose.run("kill", "web").ok();
            jcompose.run("start", "web").ok();
            events.awaitLine("\"action\":\"start\"");
            assertThat(events.lines()).allMatch(line -> line.contains("\"service\":\"web\""));
        }
        assertThat(jcompose.run("events", "--since", "10m", "--until", "0s", "web")
                        .ok()
                        .out())
                .containsPattern(
                        "[0-9-]{10} [0-9:]{8}\\.[0-9]{6} container die [0-9a-f]{64} \\(.*exitCode=137.*\\)\n\n")
                .doesNotContain("com.docker.compose.");
    }

    @Test
    void waitsForExits() {
        Outcome wait = jcompose.run("wait", "job");
        assertThat(wait.code()).isEqualTo(3);
        assertThat(wait.out()).matches("container \"[0-9a-f]{64}\" exited with status code 3\n");
        Outcome unknown = jcompose.run("wait", "jobs");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("no such service: jobs", "did you mean \"job\"?");
        assertThat(jcompose.run("wait", "--down-project", "job").code()).isEqualTo(3);
        assertThat(jcompose.run("ps", "-aq").ok().out()).isEmpty();
    }

    @Test
    void copiesInAndOut() throws IOException {
        Files.writeString(directory.resolve("local"), "from here");

        assertThat(jcompose.run("cp", "local", "web:/dir/").ok().err())
                .contains(" Container " + PROJECT + "-web-1 Copied ");
        jcompose.run("cp", "web:/dir", "out").ok();
        jcompose.run("cp", "web:/dir/.", ".").ok();

        assertThat(directory.resolve("out/local")).hasContent("from here");
        assertThat(directory.resolve("file")).hasContent("hello\n");
        Outcome tar = jcompose.run("cp", "web:/dir/file", "-").ok();
        assertThat(tar.out()).contains("file", "hello", "ustar");
        Outcome missing = jcompose.run("cp", "web:/nope", ".");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("no such file or folder: " + PROJECT + "-web-1:/nope");
    }

    @Test
    void commitsAndExports() throws IOException {
        String image = PROJECT + "-committed:1";
        assertThat(jcompose.run("commit", "-m", "what is new", "-c", "ENV A=b", "web", image)
                        .ok()
                        .err())
                .contains("Committed as sha256:");
        jcompose.run("export", "-o", "files.tar", "web").ok();
        assertThat(Files.size(directory.resolve("files.tar"))).isGreaterThan(1_000_000);
        Files.writeString(
                directory.resolve("compose.yaml"), "services: {web: {image: '" + image + "', command: [env]}}\n");
        jcompose.run("up", "-d", "--remove-orphans", "web").ok();
        assertThat(jcompose.run("wait", "web").code()).isZero();
        assertThat(jcompose.run("logs", "--no-log-prefix").ok().lines()).contains("A=b");
        assertThat(jcompose.run("down", "--rmi", "all").ok().err()).contains("Image " + image);
    }

    @Test
    void pushesWhatIsBuilt() throws IOException {
        String image = "127.0.0.1:5000/push/" + PROJECT + ":1";
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services: {web: {image: '" + image + "', build: .}, db: {image: busybox:1.36}}\n");
        Outcome missing = jcompose.run("push");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("cannot push image " + image + " of service web", "build it first");
        assertThat(jcompose.run("push", "--ignore-push-failures").ok().err()).contains(" Image " + image + " Skipped ");

        Files.writeString(directory.resolve("Dockerfile"), "FROM busybox:1.36\nENV MADE_FOR=" + PROJECT + "\n");
        jcompose.run("build").ok();
        assertThat(jcompose.run("push").ok().err()).contains(" db Skipped ", " Image " + image + " Pushed ");
        jcompose.run("down", "--rmi", "all");
        jcompose.run("up", "--no-start", "--no-build", "--pull", "always", "web")
                .ok();
        jcompose.run("down", "--rmi", "all").ok();
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String row : List.of(
                "top wbe | no such service: wbe in project \"cli-inspect-it\"; did you mean \"web\"?",
                "images wbe | no such service: wbe",
                "stats wbe | no such service: wbe",
                "stats web job | \"stats\" takes one service at most",
                "port web | \"port\" needs a service and a port",
                "port web http | invalid port \"http\": expected a number from 1 to 65535",
                "port web 81 | no port 81/tcp published for container cli-inspect-it-web-1: it has 127.0.0.1:",
                "port --index 2 web 80 | service \"web\" has no running container #2",
                "port --protocol icmp web 80 | unknown protocol \"icmp\"",
                "events --since yesterday | invalid time 'yesterday'",
                "wait | \"wait\" needs at least one service",
                "cp a b | neither \"a\" nor \"b\" is in a container: expected SERVICE:PATH on one side",
                "cp web:/a job:/b | copying between services is not supported",
                "cp web:/a | \"cp\" needs a source and a destination",
                "cp --index 2 web:/dir . | service \"web\" has no container #2",
                "cp compose.yaml wbe:/ | no such service: wbe",
                "cp nope web:/ | no such file or folder: ",
                "commit | \"commit\" needs a service",
                "commit wbe | no such service: wbe",
                "export wbe | no such service: wbe",
                "export -o no/such/file web | cannot write to ",
                "push --quit | unknown flag: --quit; did you mean --quiet?")) {
            String[] cells = row.split(" \\| ", 2);
            Outcome outcome = jcompose.run(cells[0].split(" "));

            assertThat(outcome.code()).as(cells[0]).isEqualTo(1);
            assertThat(outcome.err()).as(cells[0]).contains(cells[1]).doesNotContain("\tat ");
            assertThat(outcome.out()).as(cells[0]).isEmpty();
        }
    }
}
