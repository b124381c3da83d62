package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what docs/beyond-one-machine.md says of a swarm; {@link KubernetesIT} does so for the rest of the page. */
@NeedsSwarm
class BeyondOneMachineIT {
    @TempDir
    Path directory;

    private final TestSwarm swarm;

    BeyondOneMachineIT(TestSwarm swarm) {
        this.swarm = swarm;
    }

    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", "shop");
    }

    @Test
    void theStackOfThePageIsDeployedLookedAtAndRemoved() throws IOException {
        Path file = Files.writeString(directory.resolve("stack.yml"), """
                services:
                  web:
                    image: busybox:1.36
                    command: sh -c "echo open; exec sleep 600"
                    stop_grace_period: 0s
                    init: true
                    deploy: {endpoint_mode: dnsrr, update_config: {monitor: 200ms}}
                """);
        List<String> commands = commands();
        assertThat(commands).hasSize(5);
        // The swarm is there.
        assertThat(commands.get(0)).isEqualTo("docker swarm init");
        assertThat(commands.get(1)).contains(" -c stack.yml ");
        String deploy = commands.get(1).replace("stack.yml", file.toString());
        assertThat(type(deploy).err()).contains(" shop_web 1/1 running ");
        assertThat(type(commands.get(2)).out()).contains("shop_web", "1/1");
        // What a task wrote may take a moment to be there.
        TestSwarm.await(
                "the log is there",
                () -> type(commands.get(3)),
                log -> log.out().matches("(?s)shop_web\\.1\\.\\S+@\\S+ +\\| open\n"));
        assertThat(type(commands.get(4)).err()).contains(" shop_web Removed ");
        assertThat(swarm.docker("stack", "ls", "--format", "{{.Name}}").ok().lines())
                .doesNotContain("shop");
    }

    private Launcher.Outcome type(String command) {
        List<String> words = Arrays.asList(command.split(" +"));
        assertThat(words.get(0)).isEqualTo("jcompose");
        return swarm.jcompose(words.subList(1, words.size()).toArray(String[]::new))
                .ok();
    }

    /** {@return the commands of the page's first block, without comments} */
    private static List<String> commands() throws IOException {
        Path page = Launcher.inRepository(".").directory().resolve("docs/beyond-one-machine.md");
        return Files.readString(page)
                .split("```sh\n", 2)[1]
                .split("```", 2)[0]
                .lines()
                .map(line -> line.replaceFirst(" +# .*", ""))
                .toList();
    }
}
