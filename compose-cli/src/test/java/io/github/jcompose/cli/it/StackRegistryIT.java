package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsSwarm
class StackRegistryIT {
    @TempDir
    Path directory;

    private final TestSwarm swarm;
    private final String without;
    private final String with;

    StackRegistryIT(TestSwarm swarm) {
        this.swarm = swarm;
        this.without = swarm.newStack();
        this.with = swarm.newStack();
    }

    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", without, with);
    }

    private Outcome deploy(String file, String... words) {
        List<String> all = new ArrayList<>(List.of("stack", "deploy", "-c", file, "--detach=false"));
        all.addAll(List.of(words));
        return swarm.jcompose(Map.of("DOCKER_CONFIG", directory.toString()), all.toArray(String[]::new));
    }

    @Test
    void machinesPullWithTheCredentialsOfWhoDeploysWhenAllowed() throws IOException {
        try (LockedRegistry registry = LockedRegistry.start(directory, swarm.address())) {
            registry.logIn(directory);
            String image = registry.host() + "/private/web:1";
            swarm.docker("pull", "-q", "busybox:1.36").ok();
            swarm.docker("tag", "busybox:1.36", image).ok();
            swarm.docker("--config", directory.toString(), "push", "-q", image).ok();
            swarm.docker("image", "rm", image).ok();
            String file = Files.writeString(directory.resolve("stack.yml"), """
                            services:
                              web:
                                image: %s
                                command: sleep 600
                                stop_grace_period: 0s
                                deploy:
                                  mode: global
                                  endpoint_mode: dnsrr
                                  restart_policy: {condition: none}
                                  update_config: {monitor: 200ms}
                            """.formatted(image))
                    .toString();

            Outcome refused = deploy(file, without);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains(without + "_web: 0/", "no more tasks are started", "No such image");

            Outcome pulled = deploy(file, "--with-registry-auth", with).ok();
            String all = swarm.size() + "/" + swarm.size();
            assertThat(pulled.err())
                    .contains(with + "_web " + all + " running")
                    .doesNotContain(LockedRegistry.LOGIN, LockedRegistry.secret());
            assertThat(swarm.docker("service", "inspect", with + "_web").ok().out())
                    .contains(image + "@sha256:")
                    .doesNotContain(LockedRegistry.LOGIN, LockedRegistry.secret());
        }
    }
}
