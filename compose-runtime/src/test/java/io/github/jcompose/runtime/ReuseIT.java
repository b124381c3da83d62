package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Filters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Environments that stay for the next run, when several runs want them at the same moment. */
class ReuseIT extends Scenario {
    private static final EnvironmentOptions REUSE =
            EnvironmentOptions.isolated().reuse(true).build();

    private Path file;
    private Project project;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("compose.yaml"), """
                name: NAME
                x-idle: &idle {image: 'busybox:1.36', command: [sleep, '600'], init: true, stop_grace_period: 0s}
                services:
                  app: {<<: *idle, depends_on: {db: {condition: service_healthy}}}
                  db:
                    <<: *idle
                    volumes: ["data:/data"]
                    healthcheck: {test: [CMD, "true"], interval: 200ms}
                volumes: {data: {}}
                """.replace("NAME", name));
        project = ComposeLoader.load(file);
    }

    @AfterEach
    void remove() {
        compose.down(
                compose.open(project, REUSE).project(),
                DownOptions.builder().volumes(true).build());
    }

    @Test
    void twoJvmsThatOpenTheSameAtOnceShareIt() throws Exception {
        try (OtherJvm one = OtherJvm.start(Returner.class, file.toString());
                OtherJvm two = OtherJvm.start(Returner.class, file.toString())) {
            assertThat(one.line()).isEqualTo("ready");
            assertThat(two.line()).isEqualTo("ready");
            one.say("now");
            two.say("now");
            String seen = one.line();
            assertThat(seen).contains("app=", "db=", "healthy");
            assertThat(two.line()).isEqualTo(seen);
            assertOneOfEach(seen.split(" ", 2)[0]);
        }
    }

    @Test
    void aStarterThatIsKilledIsInNobodysWay() throws Exception {
        try (OtherJvm killed = OtherJvm.start(Returner.class, file.toString());
                OtherJvm next = OtherJvm.start(Returner.class, file.toString())) {
            killed.line();
            next.line();
            killed.say("now");
            next.say("now");
            killed.kill();
            assertThat(next.line()).contains("app=", "db=", "healthy");
        }
    }

    @Test
    void threadsThatOpenTheSameAtOnceShareIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seen.add(threads.submit(() -> {
                try (Environment environment = compose.open(project, REUSE)) {
                    return environment.name() + " " + environment.service("db").containerId();
                }
            }));
        }
        TreeSet<String> all = new TreeSet<>();
        for (Future<String> each : seen) {
            all.add(each.get());
        }
        threads.shutdown();
        assertThat(all).hasSize(1);
        assertOneOfEach(all.first().split(" ", 2)[0]);
    }

    private void assertOneOfEach(String environment) {
        Filters own = Filters.label("com.docker.compose.project", environment);
        assertThat(engine.containers().list(own, true)).hasSize(2);
        assertThat(engine.networks().list(own)).hasSize(1);
        assertThat(engine.volumes().list(own)).hasSize(1);
    }
}
