package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Logs, now and as they grow. */
class LogsIT extends Scenario {
    private static final String SHELL = "image: 'busybox:1.36', network_mode: none, stop_grace_period: 0s, command: ";
    private static final String FIVE =
            "services:\n  a: {" + SHELL + "[sh, -c, 'for i in 1 2 3 4 5; do echo $$i; done']}\n";

    private final List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());

    private List<String> texts() {
        return lines.stream().map(LogLine::text).toList();
    }

    private Project ended(String yaml) {
        Project project = up(yaml);
        compose.logs(project, LogsOptions.builder().follow(true).build(), line -> {});
        return project;
    }

    @Test
    void endWithSoManyLines() {
        compose.logs(ended(FIVE), LogsOptions.builder().tail(2).build(), lines::add);
        assertThat(texts()).containsExactly("4", "5");
    }

    @Test
    void mayHaveNoLinesAtAll() {
        compose.logs(ended(FIVE), LogsOptions.builder().tail(0).build(), lines::add);
        assertThat(texts()).isEmpty();
    }

    @Test
    void carryTheTimesOfTheEngine() {
        Instant before = Instant.now().minusSeconds(60);
        compose.logs(ended(FIVE), LogsOptions.builder().timestamps(true).build(), lines::add);
        assertThat(texts()).containsExactly("1", "2", "3", "4", "5");
        assertThat(lines).allSatisfy(line -> assertThat(line.timestamp()).isAfter(before));
    }

    @Test
    void beginAndEndWhenAskedTo() {
        Project project =
                ended("services:\n  a: {" + SHELL + "[sh, -c, 'echo 1; sleep 1.2; echo 2; sleep 1.2; echo 3']}");
        compose.logs(project, LogsOptions.builder().timestamps(true).build(), lines::add);
        Instant second = lines.get(1).timestamp();
        assertThat(second).isNotNull();
        lines.clear();
        compose.logs(project, LogsOptions.builder().since(second.toString()).build(), lines::add);
        assertThat(texts()).containsExactly("2", "3");
        lines.clear();
        compose.logs(project, LogsOptions.builder().until(second.toString()).build(), lines::add);
        assertThat(texts()).containsExactly("1", "2");
    }

    @Test
    void areOfTheServicesNamed() {
        Project project = ended(FIVE + "  b: {" + SHELL + "[echo, b]}");
        compose.logs(project, LogsOptions.builder().services(List.of("b")).build(), lines::add);
        assertThat(texts()).containsExactly("b");
    }

    @Test
    void areOfTheReplicaAskedFor() {
        Project project = ended("services:\n  a: {scale: 2, " + SHELL + "[sh, -c, 'echo x']}");
        LogsOptions second =
                LogsOptions.builder().services(List.of("a")).index(2).build();
        compose.logs(project, second, lines::add);
        assertThat(lines).extracting(LogLine::source).containsExactly("a-2");
        assertThatThrownBy(
                        () -> compose.logs(project, second.toBuilder().index(3).build(), lines::add))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("has no container #3");
    }

    @Test
    void leaveOutServicesThatAreNotAttachedUnlessNamed() {
        Project project =
                ended("services:\n  a: {attach: false, " + SHELL + "[echo, a]}\n  b: {" + SHELL + "[echo, b]}");
        compose.logs(project, LogsOptions.defaults(), lines::add);
        assertThat(texts()).containsExactly("b");
        compose.logs(project, LogsOptions.builder().services(List.of("a")).build(), lines::add);
        assertThat(texts()).containsExactly("b", "a");
    }

    @Test
    void areThoseOfAProjectKnownByItsName() {
        ended(FIVE);
        compose.logs(name, LogsOptions.defaults(), lines::add);
        assertThat(texts()).hasSize(5);
    }

    @Test
    void goOnAcrossARestart() throws InterruptedException {
        Project project = up("services:\n  a: {" + SHELL + "[sh, -c, 'echo up; exec sleep 600']}");
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Thread follower = new Thread(() -> {
            try {
                compose.logs(project, LogsOptions.builder().follow(true).build(), line -> {
                    lines.add(line);
                    first.countDown();
                    second.countDown();
                });
            } catch (ComposeException e) {
                // Interrupted in the end.
            }
        });
        follower.start();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        compose.restart(project, RestartOptions.defaults());
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        follower.interrupt();
        follower.join();
        assertThat(texts()).containsExactly("up", "up");
    }

    @Test
    void missNothingOfAContainerThatTheEngineRestarts() {
        Project project = up("services:\n  a: {restart: 'on-failure:3', " + SHELL + "[sh, -c, 'echo try; exit 1']}");
        compose.logs(project, LogsOptions.builder().follow(true).build(), lines::add);
        assertThat(texts()).containsExactly("try", "try", "try", "try");
    }

    @Test
    void includeContainersThatComeLater() throws InterruptedException {
        Project project = up("services:\n  a: {" + SHELL + "[sh, -c, 'echo up; exec sleep 600']}");
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Thread follower = new Thread(() -> {
            try {
                compose.logs(project, LogsOptions.builder().follow(true).build(), line -> {
                    lines.add(line);
                    first.countDown();
                    second.countDown();
                });
            } catch (ComposeException e) {
                // Interrupted in the end.
            }
        });
        follower.start();
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        compose.scale(project, Map.of("a", 2), false);
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        follower.interrupt();
        follower.join();
        assertThat(lines).extracting(LogLine::source).containsExactlyInAnyOrder("a-1", "a-2");
    }

    @Test
    void ofATerminalAreOneStream() {
        Project project = ended("services:\n  a: {tty: true, " + SHELL + "[sh, -c, 'echo out; echo err >&2']}");
        compose.logs(project, LogsOptions.defaults(), lines::add);
        assertThat(texts()).extracting(String::strip).containsExactly("out", "err");
    }

    @Test
    void cannotBeReadFromSomeDrivers() {
        Project project = up("services:\n  a: {logging: {driver: none}, " + SHELL + "[echo, x]}");
        compose.logs(project, LogsOptions.defaults(), lines::add);
        assertThat(texts()).isEmpty();
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("Can't retrieve logs for \"a-1\""));
    }

    @Test
    void stopBeingFollowedWhenTheConnectionIsClosed() throws InterruptedException {
        Project project = up("services:\n  a: {<<: *lone, command: [sh, -c, 'echo there; exec sleep 600']}\n");
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> following;
        try (Compose other = Compose.connect()) {
            LogsOptions follow = LogsOptions.builder().follow(true).build();
            following = CompletableFuture.runAsync(() -> other.logs(project, follow, line -> begun.countDown()));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThatThrownBy(following::get).hasCauseInstanceOf(EngineException.class);
    }
}
