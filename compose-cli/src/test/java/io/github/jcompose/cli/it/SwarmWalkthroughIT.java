package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Types what docs/swarm.md says, block by block. */
@NeedsSwarm
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("swarm")
class SwarmWalkthroughIT {
    private static final Path ROOT = Launcher.inRepository(".").directory();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestSwarm swarm;

    SwarmWalkthroughIT(TestSwarm swarm) {
        this.swarm = swarm;
    }

    @BeforeEach
    void onOneMachine() {
        workers()
                .forEach(node -> swarm.docker("node", "update", "--availability", "drain", node)
                        .ok());
    }

    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", "--detach=false", "voting");
        swarm.docker("volume", "rm", "voting_db-data");
        workers()
                .forEach(node -> swarm.docker("node", "update", "--availability", "active", node)
                        .ok());
    }

    private List<String> workers() {
        return swarm.docker("node", "ls", "--filter", "role=worker", "-q").ok().lines();
    }

    @Test
    void theSampleIsDeployedScaledUpdatedRolledBackAndRemoved() throws Exception {
        List<String> blocks = blocks();
        type(blocks.get(0)).ok();
        assertThat(type(blocks.get(1)).ok().out()).contains("voting_vote", "voting_db");
        vote();
        String result;
        do {
            result = get("http://" + swarm.address() + ":8082/api");
        } while (!result.contains("\"Tea\": 1"));

        assertThat(type(blocks.get(2)).ok().err()).contains("voting_worker 3/3 running");

        assertThat(type(blocks.get(3)).ok().err()).contains("voting_vote 1/1 running");
        assertThat(image()).contains("voting-vote:2@");

        type("""
                docker pull -q busybox:1.36
                docker tag busybox:1.36 $REGISTRY/voting-vote:broken
                docker push -q $REGISTRY/voting-vote:broken""").ok();
        Outcome broken = type("VOTE_TAG=broken jcompose stack deploy -c stack.yml --detach=false voting");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("service voting_vote: rolled back");
        assertThat(image()).contains("voting-vote:2@");

        type(blocks.get(4)).ok();
        assertThat(image()).contains("voting-vote:1@");
        vote();

        type(blocks.get(5)).ok();
        assertThat(swarm.jcompose("stack", "ls").out()).doesNotContain("voting");
    }

    private String image() {
        return swarm.docker(
                        "service", "inspect", "--format", "{{.Spec.TaskTemplate.ContainerSpec.Image}}", "voting_vote")
                .ok()
                .out();
    }

    /** {@return the commands of each block of the page, without the one that makes the swarm} */
    private static List<String> blocks() throws IOException {
        List<String> blocks = new ArrayList<>();
        String[] parts = Files.readString(ROOT.resolve("docs/swarm.md")).split("```");
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith("console\n")) {
                blocks.add(parts[i].lines()
                        .filter(line -> line.startsWith("$ "))
                        .map(line -> line.substring(2))
                        .filter(line -> !line.equals("docker swarm init") && !line.startsWith("cd "))
                        .collect(Collectors.joining("\n")));
            }
        }
        assertThat(blocks).hasSize(6);
        return blocks;
    }

    private Outcome type(String commands) throws IOException, InterruptedException {
        Path out = Files.createTempFile("walk", ".out");
        Path err = Files.createTempFile("walk", ".err");
        ProcessBuilder shell = new ProcessBuilder("bash", "-ec", commands)
                .directory(ROOT.resolve("samples/voting").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().put("DOCKER_HOST", swarm.host());
        shell.environment().put("REGISTRY", "127.0.0.1:5000");
        shell.environment().put("DB_PASSWORD", "correct-horse");
        shell.environment().put("PGPASS", "*:*:*:*:correct-horse");
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("PATH", ROOT + ":" + System.getenv("PATH"));
        int code = shell.start().waitFor();
        return new Outcome(
                commands,
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private void vote() throws IOException, InterruptedException {
        HttpRequest vote = HttpRequest.newBuilder(URI.create("http://" + swarm.address() + ":8081/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("vote=a"))
                .build();
        assertThat(http.send(vote, BodyHandlers.ofString()).statusCode()).isLessThan(400);
    }

    private String get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
