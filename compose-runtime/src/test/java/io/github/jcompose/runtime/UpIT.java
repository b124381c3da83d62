package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.plan.Recreate;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RequiresEngine
@Timeout(120)
class UpIT {
    private static final DownOptions AT_ONCE =
            DownOptions.builder().timeout(Duration.ZERO).build();

    private final Recorded recorded = new Recorded();
    private Compose compose = Compose.connect();

    @BeforeEach
    void connect() {
        compose.close();
        compose = Compose.connect(ConnectOptions.builder().listener(recorded).build());
    }

    @AfterEach
    void close() {
        compose.close();
    }

    private static ServiceBuilder shell(String script) {
        return Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of("sh", "-c", script))
                .stopGracePeriod(Duration.ZERO);
    }

    private static ServiceBuilder sleeper() {
        return shell("trap exit TERM; sleep 1000 & wait");
    }

    private static Project project(String name, Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        return Project.builder().name(name).services(built).build();
    }

    private List<String> running(Project project) {
        return compose.ps(project, PsOptions.defaults()).stream()
                .map(ContainerInfo::name)
                .toList();
    }

    @Test
    void createsNetworkAndContainersAndRemovesThem(EngineScope scope, Engine engine) {
        Project project = project(scope.project("a"), Map.of("web", sleeper(), "db", sleeper()));
        String name = project.name();

        compose.up(project, UpOptions.defaults());

        assertThat(running(project)).containsExactly(name + "-db-1", name + "-web-1");
        assertThat(recorded.progress())
                .contains(
                        "Network " + name + "_default Creating",
                        "Network " + name + "_default Created",
                        "Container " + name + "-web-1 Creating",
                        "Container " + name + "-web-1 Created",
                        "Container " + name + "-web-1 Starting",
                        "Container " + name + "-web-1 Started");

        compose.down(project, AT_ONCE);

        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).isEmpty();
        assertThat(engine.networks().list(Filters.label("com.docker.compose.project", name)))
                .isEmpty();
        assertThat(recorded.progress())
                .contains("Container " + name + "-web-1 Removed", "Network " + name + "_default Removed");
    }

    @Test
    void changesNothingWhenAllIsAsWanted(EngineScope scope) {
        Project project = project(scope.project("b"), Map.of("web", sleeper()));
        compose.up(project, UpOptions.defaults());
        String before = compose.ps(project, PsOptions.defaults()).get(0).id();
        recorded.progress();

        assertThat(compose.plan(project, UpOptions.defaults()).toString()).isEmpty();
        compose.up(project, UpOptions.defaults());

        assertThat(recorded.progress()).containsExactly("Container " + project.name() + "-web-1 Running");
        assertThat(compose.ps(project, PsOptions.defaults()).get(0).id()).isEqualTo(before);
    }

    @Test
    void recreatesAServiceWhoseConfigurationChanged(EngineScope scope) {
        String name = scope.project("c");
        compose.up(project(name, Map.of("web", sleeper(), "db", sleeper())), UpOptions.defaults());
        recorded.progress();
        Project changed = project(name, Map.of("web", sleeper().environment(Map.of("A", "1")), "db", sleeper()));

        compose.up(changed, UpOptions.builder().timeout(Duration.ZERO).build());

        assertThat(recorded.progress())
                .contains(
                        "Container " + name + "-web-1 Recreate",
                        "Container " + name + "-web-1 Recreated",
                        "Container " + name + "-web-1 Started",
                        "Container " + name + "-db-1 Running");
        assertThat(running(changed)).containsExactly(name + "-db-1", name + "-web-1");
    }

    @Test
    void waitsUntilADependencyIsHealthy(EngineScope scope, Engine engine) {
        Healthcheck check = Healthcheck.builder()
                .test(List.of("CMD-SHELL", "test -e /ready"))
                .interval(Duration.ofMillis(200))
                .retries(100L)
                .build();
        Project project = project(
                scope.project("d"),
                Map.of(
                        "web",
                        sleeper().dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY))),
                        "db",
                        shell("sleep 1; touch /ready; sleep 1000").healthcheck(check)));

        compose.up(project, UpOptions.defaults());

        ContainerDetails db = engine.containers().inspect(project.name() + "-db-1");
        assertThat(db.state().health().status().word()).isEqualTo("healthy");
        assertThat(recorded.progress())
                .containsSubsequence(
                        "Container " + project.name() + "-db-1 Started",
                        "Container " + project.name() + "-db-1 Waiting",
                        "Container " + project.name() + "-db-1 Healthy",
                        "Container " + project.name() + "-web-1 Started");
    }

    @Test
    void namesTheDependencyThatFailedAndWhy(EngineScope scope) {
        Project project = project(
                scope.project("e"),
                Map.of(
                        "web",
                        sleeper()
                                .dependsOn(Map.of(
                                        "init", Dependency.on(DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY))),
                        "init",
                        shell("echo no such table; exit 3")));

        assertThatThrownBy(() -> compose.up(project, UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("service \"init\" didn't complete successfully: exit 3")
                .hasMessageContaining("state: exited, exit code 3")
                .hasMessageContaining("no such table");
    }

    @Test
    void treatsAOneShotServiceThatSucceededAsDoneWhenWaiting(EngineScope scope, Engine engine) {
        Project project = project(scope.project("f"), Map.of("web", sleeper(), "once", shell("exit 0")));

        compose.up(
                project,
                UpOptions.builder()
                        .awaitHealthy(true)
                        .awaitTimeout(Duration.ofSeconds(30))
                        .build());

        try (ContainerWait end = engine.containers().waitFor(project.name() + "-once-1", WaitCondition.NOT_RUNNING)) {
            assertThat(end.await().exitCode()).isZero();
        }
        assertThat(running(project)).containsExactly(project.name() + "-web-1");
    }

    @Test
    void keepsNamedVolumesOnDownUnlessTold(EngineScope scope, Engine engine) {
        Mount mount =
                Mount.builder().type("volume").source("data").target("/data").build();
        Project project = project(scope.project("g"), Map.of("db", sleeper().volumes(List.of(mount)))).toBuilder()
                .volumes(Map.of("data", Volume.builder().build()))
                .build();
        compose.up(project, UpOptions.defaults());

        compose.down(project, AT_ONCE);
        assertThat(engine.volumes().find(project.name() + "_data")).isPresent();

        compose.down(project, AT_ONCE.toBuilder().volumes(true).build());
        assertThat(engine.volumes().find(project.name() + "_data")).isEmpty();
    }

    @Test
    void carriesAnonymousVolumesOver(EngineScope scope, Engine engine) {
        Mount mount = Mount.builder().type("volume").target("/data").build();
        String name = scope.project("h");
        Project project = project(name, Map.of("db", sleeper().volumes(List.of(mount))));
        compose.up(project, UpOptions.defaults());
        String before =
                engine.containers().inspect(name + "-db-1").mounts().get(0).name();

        UpOptions force = UpOptions.builder().recreate(Recreate.ALWAYS).build();
        compose.up(project, force);
        assertThat(engine.containers().inspect(name + "-db-1").mounts().get(0).name())
                .isEqualTo(before);

        compose.up(project, force.toBuilder().renewAnonymousVolumes(true).build());
        assertThat(engine.containers().inspect(name + "-db-1").mounts().get(0).name())
                .isNotEqualTo(before);
        compose.down(project, AT_ONCE.toBuilder().volumes(true).build());
        engine.volumes().remove(before, true);
    }

    @Test
    void leavesStartedContainersWhenAPortIsTaken(EngineScope scope) {
        Port port = Port.builder().target(80).published("18391").protocol("tcp").build();
        String name = scope.project("i");
        compose.up(project(scope.project("j"), Map.of("web", sleeper().ports(List.of(port)))), UpOptions.defaults());
        Project project = project(
                name,
                Map.of(
                        "db",
                        sleeper(),
                        "web",
                        sleeper()
                                .ports(List.of(port))
                                .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_STARTED)))));

        assertThatThrownBy(() -> compose.up(project, UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("18391");

        assertThat(running(project)).containsExactly(name + "-db-1");
    }

    @Test
    void scalesUpAndDown(EngineScope scope) {
        Project project = project(scope.project("k"), Map.of("web", sleeper()));
        compose.up(project, UpOptions.defaults());

        compose.scale(project, Map.of("web", 3), false);
        assertThat(running(project)).hasSize(3).contains(project.name() + "-web-3");

        compose.scale(project, Map.of("web", 1), false);
        assertThat(running(project)).containsExactly(project.name() + "-web-1");
    }

    @Test
    void givesTheLinesOfAllContainersWithTheLastUnterminatedOne(EngineScope scope) {
        Project project = project(
                scope.project("l"), Map.of("a", shell("echo one; printf two; exit 0"), "b", shell("echo drei >&2")));
        compose.up(project, UpOptions.defaults());
        List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());

        compose.logs(project, LogsOptions.builder().follow(true).build(), line -> {});
        compose.logs(project, LogsOptions.defaults(), lines::add);

        assertThat(lines)
                .extracting(l -> l.source() + " " + l.stream() + " " + l.text())
                .containsExactlyInAnyOrder("a-1 STDOUT one", "a-1 STDOUT two", "b-1 STDERR drei");
    }

    @Test
    void followsLogsUntilTheContainersExit(EngineScope scope) {
        Project project =
                project(scope.project("m"), Map.of("a", shell("for i in 1 2 3; do echo $i; sleep 0.3; done")));
        compose.up(project, UpOptions.defaults());
        List<String> lines = Collections.synchronizedList(new ArrayList<>());

        compose.logs(project, LogsOptions.builder().follow(true).build(), line -> lines.add(line.text()));

        assertThat(lines).containsExactly("1", "2", "3");
    }

    @Test
    void showsTheOutputFromTheFirstLineAndEndsWithTheLastExit(EngineScope scope) {
        Project project = project(scope.project("n"), Map.of("a", shell("echo first; sleep 0.2; echo last; exit 4")));
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        AttachOptions attach =
                AttachOptions.builder().abortOn(AttachOptions.AbortOn.EXIT).build();

        try (AttachedUp up =
                compose.upAttached(project, UpOptions.defaults(), attach, line -> lines.add(line.text()))) {
            assertThat(up.sources()).containsExactly("a-1");
            assertThat(up.await()).isEqualTo(4);
        }
        assertThat(lines).containsExactly("first", "last");
    }

    @Test
    void stopsGracefullyWhenAskedToWhileAttached(EngineScope scope) {
        Project project = project(
                scope.project("o"),
                Map.of(
                        "a",
                        shell("trap 'echo bye; exit 0' TERM; echo up; sleep 1000 & wait")
                                .stopGracePeriod(Duration.ofSeconds(10))));
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        AttachedUp[] session = new AttachedUp[1];

        session[0] = compose.upAttached(project, UpOptions.defaults(), AttachOptions.defaults(), line -> {
            lines.add(line.text());
            if (line.text().equals("up")) {
                new Thread(() -> session[0].stop()).start();
            }
        });

        assertThat(session[0].await()).isZero();
        assertThat(lines).containsExactly("up", "bye");
        assertThat(running(project)).isEmpty();
    }

    @Test
    void takesDownAProjectKnownByItsNameOnly(EngineScope scope, Engine engine) {
        Project project = project(scope.project("p"), Map.of("web", sleeper(), "db", sleeper()));
        compose.up(project, UpOptions.defaults());

        compose.down(project.name(), AT_ONCE);

        assertThat(compose.ps(project.name(), PsOptions.builder().all(true).build()))
                .isEmpty();
        assertThat(engine.networks().list(Filters.label("com.docker.compose.project", project.name())))
                .isEmpty();
    }

    @Test
    void stopsStartsRestartsAndKills(EngineScope scope) {
        Project project = project(scope.project("q"), Map.of("web", sleeper()));
        compose.up(project, UpOptions.defaults());

        compose.stop(project, StopOptions.defaults());
        assertThat(running(project)).isEmpty();
        compose.start(project, StartOptions.defaults());
        assertThat(running(project)).hasSize(1);
        compose.restart(project, RestartOptions.defaults());
        assertThat(running(project)).hasSize(1);
        compose.pause(project.name(), List.of());
        assertThat(compose.ps(project, PsOptions.defaults()))
                .extracting(ContainerInfo::state)
                .containsExactly("paused");
        compose.up(project, UpOptions.defaults());
        assertThat(compose.ps(project, PsOptions.defaults()))
                .extracting(ContainerInfo::state)
                .containsExactly("running");
        compose.kill(project, KillOptions.defaults());
        assertThat(running(project)).isEmpty();
        compose.remove(project, RemoveOptions.defaults());
        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).isEmpty();
    }
}
