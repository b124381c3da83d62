package io.github.jcompose.runtime.plan;

import static io.github.jcompose.runtime.plan.Projects.dependingOn;
import static io.github.jcompose.runtime.plan.Projects.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Provider;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.NormalProject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WholePlanTest {
    private static ServiceBuilder alone() {
        return service().networkMode("none");
    }

    private static ServiceBuilder aloneWith(String dependency, DependencyCondition condition) {
        return alone().dependsOn(Map.of(dependency, Dependency.on(condition)));
    }

    private static Plan whole(Project project, World world) {
        return whole(project, world, Prelude.NOTHING);
    }

    private static Plan whole(Project project, World world, Prelude prelude) {
        return WholePlan.plan(PlanRequest.of(NormalProject.of(project)), world.observation(), prelude, true);
    }

    @Test
    void startsWhatItCreates() {
        assertThat(whole(Projects.of("web", alone()), new World())).hasToString("""
                        [] -> #1 service:web:1, CreateContainer, not found
                        [1] -> #2 service:web:1, StartContainer, created""");
    }

    @Test
    void startsNothingWhenItOnlyCreates() {
        PlanRequest request = PlanRequest.of(NormalProject.of(Projects.of("web", alone())));
        assertThat(WholePlan.plan(request, Observation.NOTHING, Prelude.NOTHING, false))
                .hasToString("[] -> #1 service:web:1, CreateContainer, not found");
    }

    @Test
    void startsDependenciesFirst() {
        Project project = Projects.of("api", dependingOn("db", false).networkMode("none"), "db", alone());
        assertThat(whole(project, new World())).hasToString("""
                        [] -> #1 service:db:1, CreateContainer, not found
                        [1] -> #2 service:api:1, CreateContainer, not found
                        [1] -> #3 service:db:1, StartContainer, created
                        [2,3] -> #4 service:api:1, StartContainer, created""");
    }

    @Test
    void waitsForWhatIsDependedOn() {
        Project project = Projects.of("api", aloneWith("db", DependencyCondition.SERVICE_HEALTHY), "db", alone());
        assertThat(whole(project, World.with(project).without("shop-api-1"))).hasToString("""
                        [] -> #1 service:api:1, CreateContainer, not found
                        [] -> #2 service:db, AwaitService, api depends on it
                        [1,2] -> #3 service:api:1, StartContainer, created""");
    }

    @Test
    void doesNotWaitForWhatIsScaledToNothing() {
        Project project =
                Projects.of("api", aloneWith("db", DependencyCondition.SERVICE_HEALTHY), "db", alone().scale(0));
        assertThat(whole(project, new World())).hasToString("""
                        [] -> #1 service:api:1, CreateContainer, not found
                        [1] -> #2 service:api:1, StartContainer, created""");
    }

    @Test
    void startsWhatHasExited() {
        Project project = Projects.of("web", alone());
        assertThat(whole(project, World.with(project).state("shop-web-1", "exited")))
                .hasToString("[] -> #1 service:web:1, StartContainer, exited");
    }

    @Test
    void letsAPausedContainerGoOnWithoutAStart() {
        Project project = Projects.of("web", alone());
        assertThat(whole(project, World.with(project).state("shop-web-1", "paused")))
                .hasToString("[] -> #1 service:web:1, UnpauseContainer, paused");
    }

    @Test
    void leavesAContainerThatTheEngineRestarts() {
        Project project = Projects.of("web", alone());
        assertThat(whole(project, World.with(project).state("shop-web-1", "restarting"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void startsAReplacementUnderItsFinalName() {
        World world = World.with(Projects.of("web", alone()));
        assertThat(whole(Projects.of("web", alone().tty(true)), world).toString())
                .endsWith("[4] -> #5 service:web:1, StartContainer, recreated");
    }

    @Test
    void startsAgainWhatItStopsForAReplacedDependency() {
        World world = World.with(Projects.of("api", dependingOn("db", true).networkMode("none"), "db", alone()));
        Project project = Projects.of("api", dependingOn("db", true).networkMode("none"), "db", alone().tty(true));
        assertThat(whole(project, world)).hasToString("""
                        [] -> #1 service:api:1, StopContainer, dependency db recreated
                        [1] -> #2 service:db:1, CreateContainer, configuration changed [recreate:db:1]
                        [2] -> #3 service:db:1, StopContainer, configuration changed [recreate:db:1]
                        [2,3] -> #4 service:db:1, RemoveContainer, configuration changed [recreate:db:1]
                        [4] -> #5 service:db:1, RenameContainer, configuration changed [recreate:db:1]
                        [5] -> #6 service:db:1, StartContainer, recreated
                        [1,6] -> #7 service:api:1, StartContainer, dependency db recreated""");
    }

    @Test
    void pullsAndBuildsBeforeItCreates() {
        Project project = Projects.of("api", alone().image("api"), "db", alone());
        Prelude prelude = new Prelude(Map.of(), Map.of("busybox", "not found"), Map.of("api", "image not found"));
        assertThat(whole(project, new World(), prelude)).hasToString("""
                        [] -> #1 image:busybox, PullImage, not found
                        [] -> #2 image:api, BuildImage, image not found
                        [2] -> #3 service:api:1, CreateContainer, not found
                        [1] -> #4 service:db:1, CreateContainer, not found
                        [3] -> #5 service:api:1, StartContainer, created
                        [4] -> #6 service:db:1, StartContainer, created""");
    }

    @Test
    void runsProvidersFirst() {
        Project project = Projects.of(
                "api",
                aloneWith("db", DependencyCondition.SERVICE_HEALTHY),
                "db",
                service().provider(Provider.builder().type("cloud").build()));
        assertThat(whole(project, new World())).hasToString("""
                        [] -> #1 provider:db, RunProvider, provided by cloud
                        [1] -> #2 service:api:1, CreateContainer, not found
                        [1,2] -> #3 service:api:1, StartContainer, created""");
    }

    @Test
    void runsHooksBeforeTheFirstContainerOnly() {
        Hook hook = Hook.builder().command(List.of("migrate")).build();
        Project project = Projects.of("web", alone().scale(2).preStart(List.of(hook)));
        assertThat(whole(project, new World())).hasToString("""
                        [] -> #1 service:web:1, CreateContainer, not found
                        [] -> #2 service:web:2, CreateContainer, not found
                        [1,2] -> #3 service:web, RunHook, no container of web runs
                        [1,3] -> #4 service:web:1, StartContainer, created
                        [2,3] -> #5 service:web:2, StartContainer, created""");
        assertThat(whole(project, World.with(project).without("shop-web-2"))).hasToString("""
                        [] -> #1 service:web:2, CreateContainer, not found
                        [1] -> #2 service:web:2, StartContainer, created""");
    }

    @Test
    void replacesAContainerWhoseSecretsHoldSomethingElse() {
        Project project = NormalProject.of(Projects.of("web", alone()));
        World world = World.with(project).label("shop-web-1", Labels.FILES, "old");
        PlanRequest request = new PlanRequest(
                project,
                Set.of(),
                Recreate.DIVERGED,
                Recreate.DIVERGED,
                true,
                false,
                false,
                question -> false,
                Map.of("web", "new"));
        assertThat(Planner.plan(request, world.observation()).toString())
                .startsWith("[] -> #1 service:web:1, CreateContainer, configs or secrets changed");
    }

    @Test
    void leavesAContainerOfWhichNobodyKnowsWhatItsSecretsHeld() {
        Project project = NormalProject.of(Projects.of("web", alone()));
        PlanRequest request = new PlanRequest(
                project,
                Set.of(),
                Recreate.DIVERGED,
                Recreate.DIVERGED,
                true,
                false,
                false,
                question -> false,
                Map.of("web", "new"));
        assertThat(Planner.plan(request, World.with(project).observation()).isEmpty())
                .isTrue();
    }

    @Test
    void removesInheritedVolumesWithAContainerThatIsScaledDown() {
        Project project = Projects.of("web", alone().scale(2));
        World world = World.with(project).label("shop-web-2", Labels.INHERITED_VOLUMES, "abc,def");
        Plan plan = whole(Projects.of("web", alone()), world);
        assertThat(plan.nodes().get(1).step()).isInstanceOfSatisfying(Step.RemoveContainer.class, remove -> {
            assertThat(remove.volumes()).isTrue();
            assertThat(remove.inherited()).containsExactly("abc", "def");
        });
    }

    @Test
    void freesANameThatAnInterruptedRecreationHasLeftTaken() {
        Project project = Projects.of("web", alone());
        World world = World.with(project).copy("shop-web-1", "0123456789ab_shop-web-1");
        PlanRequest forced = new PlanRequest(
                NormalProject.of(project),
                Set.of(),
                Recreate.ALWAYS,
                Recreate.ALWAYS,
                true,
                false,
                false,
                question -> false);
        assertThat(Planner.plan(forced, world.observation())).hasToString("""
                        [] -> #1 service:web:1, CreateContainer, forced [recreate:web:1]
                        [1] -> #2 service:web:1, StopContainer, forced [recreate:web:1]
                        [1,2] -> #3 service:web:1, RemoveContainer, forced [recreate:web:1]
                        [] -> #4 service:web:1, StopContainer, replaced
                        [4] -> #5 service:web:1, RemoveContainer, replaced
                        [3,5] -> #6 service:web:1, RenameContainer, forced [recreate:web:1]""");
    }

    @Test
    void isShownAsATreeAndAsJson() {
        Plan plan = whole(Projects.of("web", alone()), new World());
        assertThat(plan.toTree()).isEqualTo("""
                        service web
                          create container shop-web-1: not found
                          start container shop-web-1: created""");
        assertThat(plan.toJson()).isEqualTo("""
                        {
                          "steps": [
                            {
                              "number": 1,
                              "after": [],
                              "type": "CreateContainer",
                              "resource": "service:web:1",
                              "text": "create container shop-web-1",
                              "reason": "not found"
                            },
                            {
                              "number": 2,
                              "after": [
                                1
                              ],
                              "type": "StartContainer",
                              "resource": "service:web:1",
                              "text": "start container shop-web-1",
                              "reason": "created"
                            }
                          ],
                          "warnings": []
                        }""");
        assertThat(whole(Projects.of("web", alone()), World.with(Projects.of("web", alone())))
                        .toTree())
                .isEqualTo("Nothing to do.");
    }
}
