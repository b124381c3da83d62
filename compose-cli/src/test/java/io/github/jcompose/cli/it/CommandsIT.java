package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
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
class CommandsIT {
    private static final String PROJECT = "cli-commands-it";
    private static final String WEB_AND_DB = """
            services:
              web:
                image: busybox:1.36
                command: ["sh", "-c", "echo hello from web; echo oh >&2; exec sleep 600"]
                stop_grace_period: 0s
                depends_on: [db]
              db:
                image: busybox:1.36
                command: ["sh", "-c", "echo ready; exec sleep 600"]
                stop_grace_period: 0s
            """;

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), WEB_AND_DB);
        jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", PROJECT);
    }

    @AfterEach
    void takeDown() {
        jcompose.run("down", "-v", "--remove-orphans", "-t", "0");
    }

    @Test
    void upTellsWhatItDoesInLines() {
        Outcome up = jcompose.run("up", "-d").ok();

        assertThat(up.out()).isEmpty();
        assertThat(up.err().lines())
                .contains(
                        " Network " + PROJECT + "_default Created ",
                        " Container " + PROJECT + "-db-1 Created ",
                        " Container " + PROJECT + "-web-1 Started ");
        assertThat(up.err()).doesNotContain("\033");
        assertThat(jcompose.run("up", "-d").ok().err()).contains(" Container " + PROJECT + "-web-1 Running ");
    }

    @Test
    void upTellsWhatItDoesInJson() {
        assertThat(jcompose.run("--progress", "json", "up", "-d").ok().err().lines())
                .contains("{\"id\":\"Container " + PROJECT + "-web-1\",\"status\":\"Done\",\"text\":\"Started\"}")
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void upKeepsQuiet() {
        assertThat(jcompose.run("--progress", "quiet", "up", "-d").ok().err()).isEmpty();
    }

    @Test
    void upStartsWhatAServiceDependsOnAndNothingElse() {
        jcompose.run("up", "-d", "db").ok();

        assertThat(services()).containsExactly("db");
    }

    @Test
    void upSaysThatAServiceIsUnknown() {
        Outcome up = jcompose.run("up", "-d", "wbe");

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.err()).contains("wbe").doesNotContain("\tat ");
    }

    @Test
    void upNamesTheImageThatIsMissing() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "services: {web: {image: 'no-such-image:0'}}\n");

        Outcome up = jcompose.run("up", "-d");

        assertThat(up.code()).isEqualTo(1);
        assertThat(up.err()).contains("no-such-image:0").doesNotContain("\tat ");
    }

    @Test
    void psListsContainers() {
        jcompose.run("up", "-d").ok();

        List<String> lines = jcompose.run("ps").ok().lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("NAME +IMAGE +COMMAND +SERVICE +CREATED +STATUS +PORTS");
        assertThat(lines.get(2))
                .startsWith(PROJECT + "-web-1 ")
                .contains("busybox:1.36", "\"sh -c 'echo hello f…\"", "Up");
        assertThat(jcompose.run("ps", "-q").ok().lines()).hasSize(2).allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(jcompose.run("ps", "--format", "json", "web").ok().out())
                .contains("\"Name\":\"" + PROJECT + "-web-1\"", "\"State\":\"running\"")
                .hasLineCount(1);
        Outcome unknown = jcompose.run("ps", "nope");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("no such service: nope");
    }

    @Test
    void logsShowsWhoWroteWhat() {
        jcompose.run("up", "-d").ok();
        jcompose.run("stop").ok();

        assertThat(jcompose.run("logs").ok().lines())
                .containsExactlyInAnyOrder("web-1  | hello from web", "web-1  | oh", "db-1   | ready");
        assertThat(jcompose.run("logs", "--no-log-prefix", "db").ok().out()).isEqualTo("ready\n");
        assertThat(jcompose.run("--ansi", "always", "logs", "db").ok().out())
                .isEqualTo("\033[36mdb-1  | \033[0mready\n");
        assertThat(jcompose.run("logs", "-n", "1", "-t", "db").ok().out())
                .matches("db-1  \\| [0-9]{4}-[0-9-]+T[0-9:]+\\.[0-9]{9}Z ready\n");
    }

    @Test
    void stopsAndStartsAndRestarts() {
        jcompose.run("up", "-d").ok();
        String container = jcompose.run("ps", "-q", "web").ok().out();

        jcompose.run("stop", "web").ok();
        assertThat(services()).containsExactly("db");
        jcompose.run("start").ok();
        assertThat(services()).containsExactly("db", "web");
        assertThat(jcompose.run("restart", "web").ok().err()).contains("Container " + PROJECT + "-web-1 Started");
        assertThat(jcompose.run("ps", "-q", "web").ok().out()).isEqualTo(container);
    }

    @Test
    void pausesAndKills() {
        jcompose.run("up", "-d").ok();

        jcompose.run("pause", "db").ok();
        assertThat(jcompose.run("ps", "--status", "paused", "--services").ok().out())
                .isEqualTo("db\n");
        jcompose.run("unpause").ok();
        jcompose.run("kill", "-s", "KILL", "web").ok();
        assertThat(jcompose.run("ps", "--status", "exited", "--services").ok().out())
                .isEqualTo("web\n");
    }

    @Test
    void createsAndRemoves() {
        jcompose.run("create").ok();
        assertThat(jcompose.run("ps", "--status", "created", "--services").ok().lines())
                .containsExactly("db", "web");

        Outcome rm = jcompose.run("rm", "-f").ok();
        assertThat(rm.out()).isEqualTo("Going to remove " + PROJECT + "-db-1, " + PROJECT + "-web-1\n");
        assertThat(jcompose.run("ps", "-aq").ok().out()).isEmpty();
        assertThat(jcompose.run("rm", "-f").ok().err()).isEqualTo("No stopped containers\n");
    }

    @Test
    void scales() {
        jcompose.run("up", "-d", "--scale", "db=2").ok();
        assertThat(jcompose.run("ps", "-q", "db").ok().lines()).hasSize(2);

        jcompose.run("scale", "db=1", "web=2").ok();
        assertThat(jcompose.run("ps", "-q", "db").ok().lines()).hasSize(1);
        assertThat(jcompose.run("ps", "-q", "web").ok().lines()).hasSize(2);
    }

    @Test
    void pullsAndLists() {
        assertThat(jcompose.run("pull").ok().err()).contains(" Image busybox:1.36 Pulled ");
        jcompose.run("up", "-d").ok();

        assertThat(jcompose.run("ls", "--filter", "name=^" + PROJECT + "$")
                        .ok()
                        .lines()
                        .get(1))
                .matches(PROJECT + " +running\\(2\\) +.*compose.yaml");
        assertThat(jcompose.run("ls", "-q").ok().lines()).contains(PROJECT);
    }

    @Test
    void downRemovesEverythingOnce() {
        jcompose.run("up", "-d").ok();

        assertThat(jcompose.run("down").ok().err())
                .contains(" Container " + PROJECT + "-web-1 Removed ", " Network " + PROJECT + "_default Removed ");
        assertThat(jcompose.run("ps", "-aq").ok().out()).isEmpty();
        assertThat(jcompose.run("down").ok().err()).contains("No resource found to remove for project \"" + PROJECT);
    }

    @Test
    void worksOnAProjectByItsNameAlone(@TempDir Path elsewhere) {
        jcompose.run("up", "-d").ok();
        Launcher named = Launcher.in(elsewhere);

        assertThat(named.run("-p", PROJECT, "ps", "--services").ok().lines()).containsExactly("db", "web");
        named.run("-p", PROJECT, "down", "-t", "0").ok();
        assertThat(jcompose.run("ps", "-aq").ok().out()).isEmpty();
    }

    private List<String> services() {
        return jcompose.run("ps", "--services").ok().lines();
    }
}
