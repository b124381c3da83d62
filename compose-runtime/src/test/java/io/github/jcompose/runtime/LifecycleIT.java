package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.WaitCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Start, stop, restart, kill, rm, pause, unpause, scale, create and ps, with their options. */
class LifecycleIT extends Scenario {
    private static final String THREE = """
            services:
              web: {<<: *lone, depends_on: [db]}
              db: {<<: *lone}
              other: {<<: *lone}
            """;

    private String state(String suffix) {
        return container(suffix).state().status().word();
    }

    @Test
    void stopsOnlyWhatIsNamed() {
        Project project = up(THREE);
        compose.stop(project, StopOptions.builder().services(List.of("db")).build());
        assertThat(running()).containsExactly("other-1", "web-1");
    }

    @Test
    void stopsDependentsFirst() {
        Project project = up(THREE);
        recorded.progress();
        compose.stop(project, StopOptions.defaults());
        assertThat(recorded.progress())
                .containsSubsequence("Container " + name + "-web-1 Stopped", "Container " + name + "-db-1 Stopping");
    }

    @Test
    void killsWhatDoesNotStopInTime() {
        Project project = up("services: {web: {<<: *lone, init: false, stop_grace_period: 1h,"
                + " command: [sh, -c, \"trap '' TERM; while :; do sleep 1; done\"]}}");
        compose.stop(project, StopOptions.builder().timeout(Duration.ZERO).build());
        assertThat(container("web-1").state().exitCode()).isEqualTo(137);
    }

    @Test
    void stopsWithTheSignalOfTheService() {
        Project project = up(
                "services: {web: {<<: *lone, init: false, stop_grace_period: 30s, stop_signal: USR1,"
                        + " command: [sh, -c, \"trap 'exit 42' USR1; while :; do sleep 0.1; done\"],"
                        + " healthcheck: {test: [CMD, 'true'], interval: 100ms}}}",
                o -> o.awaitHealthy(true));
        compose.stop(project, StopOptions.defaults());
        assertThat(container("web-1").state().exitCode()).isEqualTo(42);
    }

    @Test
    void startsWhatANamedServiceDependsOnToo() {
        Project project = up(THREE, o -> o.noStart(true));
        compose.start(project, StartOptions.builder().services(List.of("web")).build());
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void cannotStartWhatWasNotCreated() {
        assertThatThrownBy(() -> compose.start(load(THREE), StartOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("has no container to start");
    }

    @Test
    void startsAProjectKnownByItsName() {
        Project project = up(THREE);
        compose.stop(project, StopOptions.defaults());
        compose.start(name, StartOptions.defaults());
        assertThat(running()).containsExactly("db-1", "other-1", "web-1");
    }

    @Test
    void knowsNoServiceOfThatName() {
        Project project = up(THREE);
        assertThatThrownBy(() -> compose.stop(
                        project, StopOptions.builder().services(List.of("wbe")).build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no such service: wbe");
    }

    @Test
    void restartsOnlyWhatIsNamed() {
        Project project = up(THREE);
        var web = container("web-1").state().startedAt();
        var db = container("db-1").state().startedAt();
        compose.restart(
                project,
                RestartOptions.builder()
                        .services(List.of("db"))
                        .timeout(Duration.ZERO)
                        .build());
        assertThat(container("web-1").state().startedAt()).isEqualTo(web);
        assertThat(container("db-1").state().startedAt()).isNotEqualTo(db);
    }

    @Test
    void restartsDependentsThatWantItUnlessToldNotTo() {
        Project project = up(THREE.replace("[db]", "{db: {condition: service_started, restart: true}}"));
        var before = container("web-1").state().startedAt();
        RestartOptions db = RestartOptions.builder().services(List.of("db")).build();
        compose.restart(project, db.toBuilder().noDependents(true).build());
        assertThat(container("web-1").state().startedAt()).isEqualTo(before);
        compose.restart(project, db);
        assertThat(container("web-1").state().startedAt()).isNotEqualTo(before);
    }

    @Test
    void restartsWhatHadStopped() {
        Project project = up(THREE);
        compose.stop(project, StopOptions.defaults());
        compose.restart(project, RestartOptions.defaults());
        assertThat(running()).containsExactly("db-1", "other-1", "web-1");
    }

    @Test
    void sendsTheSignalAskedFor() {
        Project project = up(
                "services: {web: {<<: *lone, init: false,"
                        + " command: [sh, -c, \"trap 'exit 5' HUP; while :; do sleep 0.1; done\"],"
                        + " healthcheck: {test: [CMD, 'true'], interval: 100ms}}}",
                o -> o.awaitHealthy(true));
        try (var end = engine.containers().waitFor(id("web-1"), WaitCondition.NOT_RUNNING)) {
            compose.kill(project, KillOptions.builder().signal("HUP").build());
            assertThat(end.await().exitCode()).isEqualTo(5);
        }
    }

    @Test
    void killsOnlyWhatIsNamed() {
        Project project = up(THREE);
        compose.kill(project, KillOptions.builder().services(List.of("web")).build());
        assertThat(running()).containsExactly("db-1", "other-1");
    }

    @Test
    void removesOnlyWhatHasStopped() {
        Project project = up(THREE);
        compose.stop(project, StopOptions.builder().services(List.of("web")).build());
        compose.remove(project, RemoveOptions.defaults());
        assertThat(all()).containsExactly("db-1", "other-1");
    }

    @Test
    void stopsBeforeItRemovesWhenToldTo() {
        Project project = up(THREE);
        compose.remove(
                project,
                RemoveOptions.builder().services(List.of("web")).stop(true).build());
        assertThat(all()).containsExactly("db-1", "other-1");
    }

    @Test
    void pausesAndLetsGoOnWhatIsNamed() {
        up(THREE);
        compose.pause(name, List.of("web"));
        assertThat(state("web-1")).isEqualTo("paused");
        assertThat(state("db-1")).isEqualTo("running");
        compose.unpause(name, List.of());
        assertThat(state("web-1")).isEqualTo("running");
    }

    @Test
    void pausesWhatIsPausedAlreadyWithoutComplaint() {
        up(THREE);
        compose.pause(name, List.of());
        compose.pause(name, List.of());
        assertThat(state("web-1")).isEqualTo("paused");
    }

    @Test
    void scalesWithoutTouchingOthers() {
        Project project = up(THREE);
        String before = id("web-1");
        compose.scale(project, Map.of("web", 3), true);
        assertThat(running()).containsExactly("db-1", "other-1", "web-1", "web-2", "web-3");
        compose.scale(project, Map.of("web", 1), true);
        assertThat(all()).containsExactly("db-1", "other-1", "web-1");
        assertThat(id("web-1")).isEqualTo(before);
    }

    @Test
    void cannotScaleWhatHasANameOfItsOwn() {
        assertThatThrownBy(() -> compose.scale(
                        load("services: {web: {<<: *lone, container_name: " + name + "-x}}"), Map.of("web", 2), false))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("remove container_name to scale");
    }

    @Test
    void createsWithoutStarting() {
        compose.create(load(THREE), UpOptions.defaults());
        assertThat(all()).containsExactly("db-1", "other-1", "web-1");
        assertThat(running()).isEmpty();
    }

    @Test
    void listsByStateAndService() {
        Project project = up(THREE);
        compose.stop(project, StopOptions.builder().services(List.of("db")).build());
        assertThat(compose.ps(project, PsOptions.defaults()))
                .extracting(ContainerInfo::service)
                .containsExactly("other", "web");
        assertThat(compose.ps(project, PsOptions.builder().all(true).build())).hasSize(3);
        assertThat(compose.ps(
                        project, PsOptions.builder().states(List.of("exited")).build()))
                .extracting(ContainerInfo::service)
                .containsExactly("db");
        assertThat(compose.ps(
                        project, PsOptions.builder().services(List.of("web")).build()))
                .hasSize(1);
    }

    @Test
    void changesNothingInADryRun() {
        Project project = up(THREE);
        try (Compose other = Compose.connect();
                Compose dry = other.dryRun(name)) {
            dry.stop(project, StopOptions.defaults());
            dry.kill(name, KillOptions.defaults());
            dry.restart(project, RestartOptions.defaults());
            dry.pause(name, List.of("web"));
            dry.scale(project, Map.of("web", 3), true);
            assertThat(dry.ps(project, PsOptions.defaults())).hasSize(5);
            dry.down(project, AT_ONCE);
            assertThat(dry.ps(project, PsOptions.builder().all(true).build())).isEmpty();
        }
        assertThat(running()).containsExactly("db-1", "other-1", "web-1");
    }
}
