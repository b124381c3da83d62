package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.testing.EngineScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code down} removes and what it leaves. */
class DownIT extends Scenario {
    private static final String THREE = """
            services:
              web: {<<: *lone, depends_on: [db]}
              db: {<<: *lone, volumes: ["data:/data"]}
              other: {<<: *lone}
            volumes: {data: {}}
            """;

    @Test
    void removesContainersAndKeepsNamedVolumes() {
        Project project = up(THREE);
        compose.down(project, AT_ONCE);
        assertThat(all()).isEmpty();
        assertThat(engine.volumes().find(name + "_data")).isPresent();
    }

    @Test
    void removesNamedVolumesWhenToldTo() {
        Project project = up(THREE);
        compose.down(project, AT_ONCE.toBuilder().volumes(true).build());
        assertThat(engine.volumes().find(name + "_data")).isEmpty();
    }

    @Test
    void removesANamedServiceWithWhatDependsOnIt() {
        Project project = up(THREE);
        compose.down(project, AT_ONCE.toBuilder().services(List.of("db")).build());
        assertThat(running()).containsExactly("other-1");
    }

    @Test
    void keepsWhatANamedServiceDependsOn() {
        Project project = up(THREE);
        compose.down(project, AT_ONCE.toBuilder().services(List.of("web")).build());
        assertThat(running()).containsExactly("db-1", "other-1");
    }

    @Test
    void removesDependentsFirst() {
        Project project = up(THREE);
        recorded.progress();
        compose.down(project, AT_ONCE);
        assertThat(recorded.progress())
                .containsSubsequence("Container " + name + "-web-1 Removed", "Container " + name + "-db-1 Stopping");
    }

    @Test
    void warnsOfOrphansAndRemovesThemWhenToldTo() {
        up(THREE);
        Project less = load("services: {web: {<<: *lone}}");
        compose.down(less, AT_ONCE);
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("orphan", name + "-db-1"));
        assertThat(running()).containsExactly("db-1", "other-1");
        compose.down(less, AT_ONCE.toBuilder().removeOrphans(true).build());
        assertThat(all()).isEmpty();
    }

    @Test
    void saysSoWhenThereIsNothing() {
        compose.down(load(THREE), AT_ONCE);
        assertThat(recorded.progress()).contains("Warning No resource found to remove for project \"" + name + "\".");
    }

    @Test
    void removesAProjectOfWhichOnlyTheNameIsKnown() {
        up(THREE);
        compose.down(name, AT_ONCE.toBuilder().volumes(true).build());
        assertThat(all()).isEmpty();
        assertThat(engine.volumes().find(name + "_data")).isEmpty();
    }

    @Test
    void leavesContainersOfOthersAlone(EngineScope scope) {
        Project project = up(THREE);
        Map<String, Object> body = new LinkedHashMap<>(scope.shell("sleep 600"));
        String foreign = engine.containers().create(name + "-web-7", null, body).id();
        compose.down(project, AT_ONCE.toBuilder().removeOrphans(true).build());
        assertThat(engine.containers().find(foreign)).isPresent();
    }

    @Test
    void removesPausedAndStoppedContainersToo() {
        Project project = up(THREE);
        compose.pause(name, List.of("web"));
        engine.containers().kill(id("other-1"), "KILL");
        compose.down(project, AT_ONCE);
        assertThat(all()).isEmpty();
    }

    @Test
    void removesImagesOfServicesWhenToldTo() {
        engine.images().tag(EngineScope.BUSYBOX, name + "-web:latest");
        Project project = up("services: {web: {image: '" + name + "-web', command: [sleep, '600'],"
                + " network_mode: none, pull_policy: never}}");
        compose.down(
                project,
                AT_ONCE.toBuilder().images(DownOptions.RemoveImages.LOCAL).build());
        assertThat(engine.images().find(name + "-web")).isPresent();
        compose.down(
                project,
                AT_ONCE.toBuilder().images(DownOptions.RemoveImages.ALL).build());
        assertThat(engine.images().find(name + "-web")).isEmpty();
    }

    @Test
    void stopsInTheTimeOfTheServiceUnlessToldAnother() {
        Project project = up("services: {web: {<<: *lone, init: false, stop_grace_period: 1h,"
                + " command: [sh, -c, \"trap '' TERM; while :; do sleep 1; done\"]}}");
        compose.down(
                project, DownOptions.builder().timeout(Duration.ofSeconds(1)).build());
        assertThat(all()).isEmpty();
    }

    @Test
    void doesNotNeedAnExternalNetworkThatIsGone(EngineScope scope) {
        String out = scope.name("gone");
        String id = engine.networks().create(Map.of("Name", out, "Labels", scope.labels()));
        Project project = up(
                "services: {web: {<<: *idle, networks: [out]}}\nnetworks: {out: {external: true, name: " + out + "}}");
        engine.containers().kill(id("web-1"), "KILL");
        engine.networks().disconnect(id, id("web-1"), true);
        engine.networks().remove(id);
        compose.down(project, AT_ONCE);
        assertThat(all()).isEmpty();
    }

    @Test
    void knowsNoServiceOfThatName() {
        assertThatThrownBy(() -> compose.down(
                        load(THREE),
                        AT_ONCE.toBuilder().services(List.of("wbe")).build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no such service: wbe");
    }

    @Test
    void tellsInAPlanWhatItWouldRemove() {
        Project project = up("services: {web: {<<: *idle}}");
        assertThat(compose.plan(project, AT_ONCE).toTree()).isEqualTo("""
                        service web
                          stop container %1$s-web-1: down
                          remove container %1$s-web-1: down
                        network default
                          remove network %1$s_default: down""".formatted(name));
        assertThat(compose.plan(name, AT_ONCE)).isEqualTo(compose.plan(project, AT_ONCE));
        assertThat(running()).containsExactly("web-1");
    }
}
