package io.github.jcompose.runtime.plan;

import static io.github.jcompose.runtime.plan.Projects.dependingOn;
import static io.github.jcompose.runtime.plan.Projects.mounting;
import static io.github.jcompose.runtime.plan.Projects.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.NormalProject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DownPlannerTest {
    private static String plan(Project project, World world, boolean orphans, boolean volumes, String... services) {
        DownRequest request = new DownRequest(NormalProject.of(project), Set.of(services), orphans, volumes, Set.of());
        return DownPlanner.plan(request, world.observation()).toString();
    }

    @Test
    void removesDependentsFirstAndThenTheNetwork() {
        Project project = Projects.of("web", dependingOn("db", false), "db", service());
        assertThat(plan(project, World.with(project), false, false)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, down
                        [1] -> #2 service:web:1, RemoveContainer, down
                        [2] -> #3 service:db:1, StopContainer, down
                        [3] -> #4 service:db:1, RemoveContainer, down
                        [2,4] -> #5 network:default, RemoveNetwork, down""");
    }

    @Test
    void removesAStoppedContainerWithoutAStop() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).state("shop-web-1", "exited"), false, false))
                .startsWith("[] -> #1 service:web:1, RemoveContainer, down");
    }

    @Test
    void keepsVolumesUnlessTold() {
        Project project = Projects.of("db", mounting("data")).toBuilder()
                .volumes(Map.of("data", Volume.builder().build()))
                .build();
        assertThat(plan(project, World.with(project), false, false)).doesNotContain("volume:");
        assertThat(plan(project, World.with(project), false, true)).contains("volume:data, RemoveVolume, down");
    }

    @Test
    void removesNoNetworkThatItDidNotMake() {
        Project project = Projects.of("web", service());
        World world = World.with(project).network("default", "shop_default", null);
        assertThat(plan(project, world, false, false)).doesNotContain("network:");
    }

    @Test
    void removesNoExternalNetwork() {
        Project project = Projects.of("web", service()).toBuilder()
                .networks(Map.of("default", Network.builder().external(true).build()))
                .build();
        assertThat(plan(project, World.with(project), false, false)).doesNotContain("network:");
    }

    @Test
    void removesTheNamedServiceWithThoseThatDependOnIt() {
        Project project =
                Projects.of(Map.of("web", dependingOn("api", false), "api", dependingOn("db", false), "db", service()));
        assertThat(plan(project, World.with(project), false, false, "api"))
                .contains("service:web:1", "service:api:1")
                .doesNotContain("service:db:1");
    }

    @Test
    void removesOrphansWhenTold() {
        World world = World.with(Projects.of("web", service(), "old", service()));
        assertThat(plan(Projects.of("web", service()), world, true, false))
                .contains("orphan:shop-old-1, StopContainer, orphaned", "orphan:shop-old-1, RemoveContainer");
    }
}
