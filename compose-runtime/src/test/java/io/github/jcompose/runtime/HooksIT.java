package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.plan.Recreate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands around the start and the stop of containers. */
class HooksIT extends Scenario {
    private static final String PRE_START = """
            services:
              web:
                <<: *lone
                scale: 2
                environment: {A: service}
                volumes: ["data:/data"]
                pre_start:
                  - {command: [sh, -c, "echo $$A $$B >> /data/log"], environment: {B: one}}
                  - {command: [sh, -c, "echo two $$(id -u) $$(pwd) >> /data/log"], user: "1000", working_dir: /tmp}
            volumes: {data: {}}
            """;

    private List<String> hookContainers() {
        return engine
                .containers()
                .list(Filters.label("com.docker.compose.project", name).and("label", "com.docker.compose.hook"), true)
                .stream()
                .map(c -> c.id())
                .toList();
    }

    @Test
    void preparesTheStartOnceForAllReplicas() {
        up(PRE_START.replace(", user: \"1000\"", ""));
        assertThat(run("web-1", "cat", "/data/log")).isEqualTo("service one\ntwo 0 /tmp");
        assertThat(hookContainers()).isEmpty();
        assertThat(running()).containsExactly("web-1", "web-2");
    }

    @Test
    void preparesNothingWhileAReplicaRuns() {
        String yaml = PRE_START.replace(", user: \"1000\"", "");
        up(yaml.replace("scale: 2", "scale: 1"));
        up(yaml);
        assertThat(run("web-2", "cat", "/data/log")).isEqualTo("service one\ntwo 0 /tmp");
    }

    @Test
    void preparesAgainAfterAStop() {
        String yaml = PRE_START.replace(", user: \"1000\"", "");
        var project = up(yaml);
        compose.stop(project, StopOptions.defaults());
        compose.start(project, StartOptions.defaults());
        assertThat(run("web-1", "wc", "-l", "/data/log")).startsWith("4");
    }

    @Test
    void failsWithTheLastWordsOfAHookAndKeepsItsContainer() {
        String yaml = """
                services:
                  web: {<<: *lone, pre_start: [{command: [sh, -c, "echo no schema >&2; exit 7"]}]}
                """;
        assertThatThrownBy(() -> up(yaml))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("service \"web\" pre_start[0] exited with code 7: no schema (hook container ")
                .hasMessageContaining("retained for inspection");
        assertThat(running()).isEmpty();
        assertThat(hookContainers()).hasSize(1);
        compose.down(name, AT_ONCE);
        assertThat(hookContainers()).isEmpty();
    }

    @Test
    void removesTheContainerOfAnEarlierFailureBeforeTheNextTry() {
        String yaml = """
                services:
                  web: {<<: *lone, pre_start: [{command: [sh, -c, "exit 7"]}]}
                """;
        assertThatThrownBy(() -> up(yaml)).isInstanceOf(ComposeException.class);
        List<String> before = hookContainers();
        assertThatThrownBy(() -> up(yaml)).isInstanceOf(ComposeException.class);
        assertThat(hookContainers()).hasSize(1).isNotEqualTo(before);
    }

    @Test
    void runsAHookOfAnotherImageOnTheNetworksOfItsService() {
        up("""
            services:
              db: {<<: *idle}
              web:
                <<: *idle
                depends_on: [db]
                pre_start: [{image: 'alpine:3.19', command: [sh, -c, "ping -c1 -W2 db"]}]
            """);
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void endsAHookThatIsInterrupted() throws InterruptedException {
        var project = load("""
                services:
                  web: {<<: *lone, pre_start: [{command: [sleep, "600"]}]}
                """);
        Thread thread = new Thread(() -> {
            try {
                compose.up(project, UpOptions.defaults());
            } catch (ComposeException e) {
                // That is what an interrupt does.
            }
        });
        thread.start();
        while (engine.containers()
                .list(Filters.label("com.docker.compose.project", name).and("label", "com.docker.compose.hook"), false)
                .isEmpty()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        assertThat(hookContainers()).isEmpty();
        assertThat(running()).isEmpty();
    }

    @Test
    void runsACommandAfterTheStart() {
        up("""
            services:
              web:
                <<: *lone
                post_start: [{command: [sh, -c, "echo $$A > /ready"], environment: {A: b}, user: root}]
            """);
        assertThat(run("web-1", "cat", "/ready")).isEqualTo("b");
    }

    @Test
    void failsWhenACommandAfterTheStartFails() {
        assertThatThrownBy(() -> up("""
                services:
                  web: {<<: *lone, post_start: [{command: [sh, -c, "echo oh >&2; exit 3"]}]}
                """))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("web hook exited with status 3: oh");
    }

    @Test
    void runsACommandBeforeEachKindOfStop() {
        String yaml = """
                services:
                  web:
                    <<: *lone
                    volumes: ["data:/data"]
                    pre_stop: [{command: [sh, -c, "echo bye >> /data/log"]}]
                  look: {<<: *lone, volumes: ["data:/data"]}
                volumes: {data: {}}
                """;
        var project = up(yaml);
        compose.stop(
                project,
                StopOptions.builder()
                        .services(List.of("web"))
                        .timeout(Duration.ZERO)
                        .build());
        assertThat(run("look-1", "cat", "/data/log")).isEqualTo("bye");
        compose.start(project, StartOptions.defaults());
        up(yaml, o -> o.recreate(Recreate.ALWAYS).services(List.of("web")));
        assertThat(run("look-1", "cat", "/data/log")).isEqualTo("bye\nbye");
        compose.scale(project, Map.of("web", 0), true);
        assertThat(run("look-1", "cat", "/data/log")).isEqualTo("bye\nbye\nbye");
    }

    @Test
    void tellsInAPlanWhatRunsBeforeAStart() {
        assertThat(compose.plan(load(PRE_START), UpOptions.defaults()).toTree())
                .contains("run pre_start[0]: no container of web runs", "run pre_start[1]");
    }
}
