package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineTimeoutException;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.testing.Fault;
import io.github.jcompose.runtime.testing.FaultProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of operations when an answer breaks off in its middle, or does not come at all. */
@SuppressWarnings("NullAway.Init")
class StreamFaultsIT extends Scenario {
    private static final LogsOptions FOLLOW = LogsOptions.builder().follow(true).build();

    private final List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());
    private FaultProxy proxy;
    private Compose harmed;

    @BeforeEach
    void harm() throws IOException {
        proxy = FaultProxy.before(Path.of(engine.info().host().getPath()));
        harmed = Compose.connect(
                ConnectOptions.builder().host(proxy.host()).listener(recorded).build());
    }

    @AfterEach
    void mend() {
        harmed.close();
        proxy.close();
    }

    private List<String> texts() {
        synchronized (lines) {
            return lines.stream().map(LogLine::text).toList();
        }
    }

    @Test
    void aLogThatBreaksOffIsTakenUpWithoutLossOrRepetition() throws InterruptedException {
        Project project = up("""
                services:
                  a: {<<: *lone, command: [sh, -c, 'echo 1; until test -e /go; do sleep 0.1; done; echo 2; echo 3']}
                """);
        CountDownLatch first = new CountDownLatch(1);
        Thread follower = new Thread(() -> harmed.logs(project, FOLLOW, line -> {
            lines.add(line);
            first.countDown();
        }));
        follower.start();
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        proxy.cutAll();
        run("a-1", "touch", "/go");
        follower.join();
        assertThat(texts()).containsExactly("1", "2", "3");
        assertThat(recorded.warnings()).isEmpty();
    }

    @Test
    void aLogThatNeverGetsOnIsGivenUp() {
        Project project = up("services: {a: {<<: *lone, command: [sh, -c, 'echo 1; sleep 600']}}");
        for (int i = 1; i <= 20; i++) {
            proxy.harmAlso("GET /containers/{id}/logs #" + i, Fault.CUT_AFTER);
        }
        harmed.logs(project, FOLLOW, lines::add);
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("Can't retrieve logs for \"a-1\""));
    }

    @Test
    void newContainersAreHeardOfAfterTheEventsHaveBrokenOff() throws InterruptedException {
        Project project = up("services: {a: {<<: *lone, command: [sh, -c, 'echo up; sleep 600']}}");
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Thread follower = new Thread(() -> {
            try {
                harmed.logs(project, FOLLOW, line -> {
                    lines.add(line);
                    first.countDown();
                    second.countDown();
                });
            } catch (ComposeException e) {
                // Interrupted in the end.
            }
        });
        follower.start();
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        proxy.cutAll();
        compose.scale(project, java.util.Map.of("a", 2), false);
        assertThat(second.await(60, TimeUnit.SECONDS)).isTrue();
        follower.interrupt();
        follower.join();
        assertThat(lines).extracting(LogLine::source).containsExactlyInAnyOrder("a-1", "a-2");
    }

    @Test
    void anEngineThatIsGoneEndsTheLogsWithAClearError() throws InterruptedException {
        Project project = up("services: {a: {<<: *lone, command: [sh, -c, 'echo 1; sleep 600']}}");
        assertThatThrownBy(() -> harmed.logs(project, FOLLOW, line -> proxy.close()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot reach an engine at " + proxy.host());
    }

    @Test
    void aWaitOutlastsEventsThatBreakOff() throws InterruptedException {
        Project project = load("""
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
                  db: {<<: *lone, healthcheck: {test: [CMD, test, -e, /ready], interval: 100ms, retries: 10000}}
                """);
        CountDownLatch waiting = new CountDownLatch(1);
        try (Compose other = Compose.connect(ConnectOptions.builder()
                .host(proxy.host())
                .listener(event -> {
                    if (event.toString().contains("Waiting")) {
                        waiting.countDown();
                    }
                })
                .build())) {
            Thread up = new Thread(() -> other.up(project, UpOptions.defaults()));
            up.start();
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
            proxy.cutAll();
            run("db-1", "touch", "/ready");
            up.join();
        }
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void aPullThatBreaksOffSaysSo() {
        Project project = load("services: {a: {<<: *lone}}");
        proxy.harm("POST /images/create", Fault.BREAK);
        assertThatThrownBy(() -> harmed.pull(
                        project, PullOptions.builder().policy("always").build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("busybox:1.36")
                .hasMessageContaining("lost while waiting for the answer to POST /images/create");
    }

    @Test
    void aClassicBuildThatBreaksOffSaysSo() {
        environment = new TreeMap<>(environment);
        Project project = load(
                "services: {a: {image: '%s-built', build: {context: ., dockerfile_inline: \"FROM busybox:1.36\\nLABEL a=%s\"}}}"
                        .formatted(name, name));
        TreeMap<String, String> classic = new TreeMap<>(System.getenv());
        classic.put("DOCKER_BUILDKIT", "0");
        proxy.harm("POST /build", Fault.BREAK);
        try (Compose other = Compose.connect(
                ConnectOptions.builder().host(proxy.host()).environment(classic).build())) {
            assertThatThrownBy(() -> other.build(project, BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageContaining("cannot build image " + name + "-built")
                    .hasMessageContaining("breaks off");
        }
    }

    @Test
    void aNameThatIsTakenMeanwhileIsNamed() {
        Project project = load("services: {web: {<<: *lone}}");
        proxy.harm("POST /containers/create", Fault.CONFLICT);
        assertThatThrownBy(() -> harmed.up(project, UpOptions.defaults()))
                .isInstanceOf(EngineConflictException.class)
                .hasMessageContaining(Fault.NAME_CONFLICT);
        harmed.up(project, UpOptions.defaults());
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void anEngineThatSaysNothingIsNotWaitedForWithoutEnd() {
        HostOptions impatient = HostOptions.of(environment).host(proxy.host()).timeLimit(Duration.ofMillis(200));
        proxy.harm("GET /networks", Fault.NO_ANSWER);
        try (Engine other = Engines.connect(impatient)) {
            assertThatThrownBy(() -> other.networks().list(Filters.label("a", "b")))
                    .isInstanceOf(EngineTimeoutException.class)
                    .hasMessageContaining("did not give the answer to GET /networks within the time limit of 200 ms");
            assertThat(other.networks().list(Filters.label("a", "b"))).isEmpty();
        }
    }
}
