package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is about all stacks or all machines of a swarm, so that no other test may run meanwhile. */
@NeedsSwarm
@ResourceLock(NeedsSwarm.MACHINES)
class WholeSwarmIT {
    @TempDir
    Path directory;

    private final TestSwarm swarm;
    private final String stack;

    WholeSwarmIT(TestSwarm swarm) {
        this.swarm = swarm;
        this.stack = swarm.newStack();
    }

    private void deploy(int replicas, String... flags) throws IOException {
        Path file = Files.writeString(directory.resolve("stack.yml"), """
                services:
                  web:
                    image: busybox:1.36
                    command: sleep 600
                    stop_grace_period: 0s
                    deploy: {replicas: %d, endpoint_mode: dnsrr, update_config: {monitor: 200ms}}
                """.formatted(replicas));
        List<String> words = new ArrayList<>(List.of("stack", "deploy", "-c", file.toString()));
        words.addAll(List.of(flags));
        words.add(stack);
        swarm.jcompose(words.toArray(String[]::new)).ok();
    }

    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", stack);
    }

    @Test
    void stacksAreListedAsDockerListsThem() throws IOException {
        deploy(0);
        String[] list = {"stack", "ls"};
        assertThat(swarm.jcompose(list).ok().lines())
                .anyMatch(line -> line.matches(stack + " +1"))
                .isEqualTo(swarm.docker(list).ok().lines());
        String[] json = {"stack", "ls", "--format", "json"};
        assertThat(swarm.jcompose(json).ok().out())
                .isEqualTo(swarm.docker(json).ok().out());
    }

    @Test
    void tasksMoveAwayFromADrainedMachine() throws IOException {
        assumeTrue(swarm.size() > 1, "needs two engines");
        String node = swarm.docker("node", "ls", "--filter", "role=worker", "-q")
                .ok()
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        deploy(4, "--detach=false");
        String[] nodes = {
            "stack",
            "ps",
            stack,
            "--filter",
            "desired-state=running",
            "--no-resolve",
            "--format",
            "{{.Node}} {{.CurrentState}}"
        };
        assertThat(swarm.jcompose(nodes).ok().out()).contains(node);
        try {
            swarm.docker("node", "update", "--availability", "drain", node).ok();
            swarm.await(
                    out -> out.lines()
                                            .filter(line -> line.contains(" Running "))
                                            .count()
                                    == 4
                            && !out.contains(node),
                    nodes);
        } finally {
            swarm.docker("node", "update", "--availability", "active", node).ok();
        }
    }
}
