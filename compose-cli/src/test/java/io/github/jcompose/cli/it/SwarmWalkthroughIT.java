package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Types what docs/swarm.md says, block by block. */
@NeedsSwarm
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SwarmWalkthroughIT {
    private static final Path ROOT = Launcher.inRepository(".").directory();

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestSwarm swarm;

    SwarmWalkthroughIT(TestSwarm swarm) {
        this.swarm = swarm;
    }

    /** Votes of an earlier run that was stopped would be counted, too. */
    @BeforeEach
    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", "--detach=false", "voting");
        TestSwarm.await(
                "the volume of the stack is removed",
                () -> swarm.docker("volume", "rm", "--force", "voting_db-data"),
                outcome -> outcome.code() == 0);
    }

    /** It takes longest: not to be queued behind the tests of other classes. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void theSampleIsDeployedScaledUpdatedRolledBackAndRemoved() throws Exception {
        List<String> blocks = blocks();
        type(blocks.get(0)).ok();
        assertThat(type(blocks.get(1)).ok().out()).contains("voting_vote", "voting_db");
        vote();
        TestSwarm.await(
                "the vote is counted", this::result, result -> result.out().contains("\"Tea\": 1"));

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

    private Outcome type(String commands) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-ec", commands)
                .directory(ROOT.resolve("samples/voting").toFile());
        shell.environment().put("DOCKER_HOST", swarm.host());
        shell.environment().put("REGISTRY", "127.0.0.1:5000");
        shell.environment().put("DB_PASSWORD", "correct-horse");
        shell.environment().put("PGPASS", "*:*:*:*:correct-horse");
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("PATH", ROOT + ":" + System.getenv("PATH"));
        return TestSwarm.run(shell, Duration.ofMinutes(5));
    }

    private void vote() throws IOException, InterruptedException {
        HttpRequest vote = HttpRequest.newBuilder(URI.create("http://" + swarm.address("voting_vote") + ":8081/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(ANSWER_LIMIT)
                .POST(BodyPublishers.ofString("vote=a"))
                .build();
        assertThat(http.send(vote, BodyHandlers.ofString()).statusCode()).isLessThan(400);
    }

    private Outcome result() {
        URI address = URI.create("http://" + swarm.address("voting_result") + ":8082/api");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
            return new Outcome(
                    "GET " + address,
                    0,
                    http.send(request, BodyHandlers.ofString()).body(),
                    "");
        } catch (IOException e) {
            return new Outcome("GET " + address, 1, "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
