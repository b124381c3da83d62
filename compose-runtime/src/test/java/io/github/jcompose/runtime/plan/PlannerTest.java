package io.github.jcompose.runtime.plan;

import static io.github.jcompose.runtime.plan.Projects.dependingOn;
import static io.github.jcompose.runtime.plan.Projects.mounting;
import static io.github.jcompose.runtime.plan.Projects.mountingAnonymous;
import static io.github.jcompose.runtime.plan.Projects.on;
import static io.github.jcompose.runtime.plan.Projects.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Provider;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.NormalProject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static PlanRequest wanting(Project project) {
        return PlanRequest.of(NormalProject.of(project));
    }

    private static String plan(Project project, World world) {
        return Planner.plan(wanting(project), world.observation()).toString();
    }

    private static String plan(PlanRequest request, World world) {
        return Planner.plan(request, world.observation()).toString();
    }

    private static PlanRequest recreating(Project project, Recreate named, Recreate others, String... services) {
        return new PlanRequest(
                NormalProject.of(project), Set.of(services), named, others, true, false, false, q -> false);
    }

    // ---- creation

    @Test
    void createsEverythingOnAnEmptyEngine() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 network:default, CreateNetwork, not found
                        [1] -> #2 service:web:1, CreateContainer, not found""");
    }

    @Test
    void createsDependenciesFirst() {
        Project project = Projects.of("api", dependingOn("db", false), "db", service());
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 network:default, CreateNetwork, not found
                        [1] -> #2 service:db:1, CreateContainer, not found
                        [1,2] -> #3 service:api:1, CreateContainer, not found""");
    }

    @Test
    void createsIndependentServicesAtTheSameTimeInTheOrderOfTheirNames() {
        Project project = Projects.of("b", service(), "a", service());
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 network:default, CreateNetwork, not found
                        [1] -> #2 service:a:1, CreateContainer, not found
                        [1] -> #3 service:b:1, CreateContainer, not found""");
    }

    @Test
    void createsEachReplica() {
        Project project = Projects.of("web", service().scale(3));
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 network:default, CreateNetwork, not found
                        [1] -> #2 service:web:1, CreateContainer, not found
                        [1] -> #3 service:web:2, CreateContainer, not found
                        [1] -> #4 service:web:3, CreateContainer, not found""");
    }

    @Test
    void createsNothingForZeroReplicas() {
        Project project = Projects.of("web", service().scale(0));
        assertThat(plan(project, new World())).isEqualTo("[] -> #1 network:default, CreateNetwork, not found");
    }

    @Test
    void waitsOnlyForTheNetworksOfTheService() {
        Project project = Projects.of("a", on("front"), "b", on("front", "back")).toBuilder()
                .networks(Map.of(
                        "front", Network.builder().build(),
                        "back", Network.builder().build()))
                .build();
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 network:back, CreateNetwork, not found
                        [] -> #2 network:front, CreateNetwork, not found
                        [2] -> #3 service:a:1, CreateContainer, not found
                        [1,2] -> #4 service:b:1, CreateContainer, not found""");
    }

    @Test
    void createsVolumesBeforeTheirUsers() {
        Project project = withVolume(Projects.of("db", mounting("data").networkMode("none")), "local");
        assertThat(plan(project, new World())).isEqualTo("""
                        [] -> #1 volume:data, CreateVolume, not found
                        [1] -> #2 service:db:1, CreateContainer, not found""");
    }

    @Test
    void leavesExternalNetworksAndVolumesAlone() {
        Project project = Projects.of(
                        "db", mounting("data").networks(on("front").build().networks()))
                .toBuilder()
                .networks(Map.of("front", Network.builder().external(true).build()))
                .volumes(Map.of("data", Volume.builder().external(true).build()))
                .build();
        assertThat(plan(project, new World())).isEqualTo("[] -> #1 service:db:1, CreateContainer, not found");
    }

    @Test
    void createsNoContainerForAProvider() {
        Project project = Projects.of(
                "db", service().provider(Provider.builder().type("cloud").build()));
        assertThat(plan(project, new World())).isEmpty();
    }

    @Test
    void usesTheContainerNameOfTheService() {
        Project project = Projects.of("web", service().containerName("front-door"));
        Plan plan = Planner.plan(wanting(project), Observation.NOTHING);
        assertThat(plan.nodes().get(1).step())
                .isInstanceOfSatisfying(
                        Step.CreateContainer.class,
                        create -> assertThat(create.name()).isEqualTo("front-door"));
    }

    @Test
    void rejectsSeveralReplicasUnderOneContainerName() {
        Project project =
                Projects.of("web", service().containerName("front-door").scale(2));
        assertThatThrownBy(() -> plan(project, new World()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("container_name is \"front-door\"")
                .hasMessageContaining("2 containers are wanted");
    }

    @Test
    void rejectsOneContainerNameForTwoServices() {
        Project project =
                Projects.of("a", service().containerName("x"), "b", service().containerName("x"));
        assertThatThrownBy(() -> plan(project, new World()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.b: container name \"x\" is already in use by service a");
    }

    @Test
    void rejectsACircleOfDependencies() {
        Project project = Projects.of("a", dependingOn("b", false), "b", dependingOn("a", false));
        assertThatThrownBy(() -> plan(project, new World()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("dependency cycle: a -> b -> a");
    }

    // ---- up to date

    @Test
    void plansNothingWhenAllIsAsWanted() {
        Project project = Projects.of("api", dependingOn("db", false), "db", service());
        assertThat(plan(project, World.with(project))).isEmpty();
    }

    @Test
    void leavesStoppedContainersToTheStart() {
        Project project = Projects.of("web", service());
        for (String state : List.of("created", "exited", "restarting")) {
            assertThat(plan(project, World.with(project).state("shop-web-1", state)))
                    .isEmpty();
        }
    }

    @Test
    void unpausesAPausedContainer() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).state("shop-web-1", "paused")))
                .isEqualTo("[] -> #1 service:web:1, UnpauseContainer, paused");
    }

    // ---- recreation

    @Test
    void recreatesAContainerWhoseConfigurationChanged() {
        World world = World.with(Projects.of("web", service()));
        Project project = Projects.of("web", service().environment(Map.of("A", "1")));
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, CreateContainer, configuration changed [recreate:web:1]
                        [1] -> #2 service:web:1, StopContainer, configuration changed [recreate:web:1]
                        [1,2] -> #3 service:web:1, RemoveContainer, configuration changed [recreate:web:1]
                        [3] -> #4 service:web:1, RenameContainer, configuration changed [recreate:web:1]""");
    }

    @Test
    void givesTheNewContainerATemporaryNameWithTheOldId() {
        World world = World.with(Projects.of("web", service()));
        Project project = Projects.of("web", service().tty(true));
        Plan plan = Planner.plan(wanting(project), world.observation());
        assertThat(plan.nodes().get(0).step()).isInstanceOfSatisfying(Step.CreateContainer.class, create -> {
            assertThat(create.name()).isEqualTo(world.idOf("shop-web-1") + "_shop-web-1");
            assertThat(create.finalName()).isEqualTo("shop-web-1");
            assertThat(create.number()).isEqualTo(1);
        });
    }

    @Test
    void recreatesAContainerWhoseImageChanged() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).image("web", "image-2")))
                .startsWith("[] -> #1 service:web:1, CreateContainer, image changed [recreate:web:1]");
    }

    @Test
    void recreatesAContainerWhenAnImageThatItMountsChanged() {
        Project project = Projects.of("web", service());
        World world = World.with(project).label("shop-web-1", Labels.IMAGE_VOLUME_DIGEST, "/data=sha256:1");
        assertThat(plan(project, world.imageVolumes("web", "/data=sha256:1"))).isEmpty();
        assertThat(plan(project, world.imageVolumes("web", "/data=sha256:2")))
                .startsWith("[] -> #1 service:web:1, CreateContainer, image of a volume changed [recreate:web:1]");
    }

    @Test
    void recreatesNothingWhenToldNever() {
        World world = World.with(Projects.of("web", service()));
        Project project = Projects.of("web", service().tty(true));
        assertThat(plan(recreating(project, Recreate.NEVER, Recreate.NEVER), world))
                .isEmpty();
    }

    @Test
    void recreatesEvenWhatIsAsWantedWhenForced() {
        Project project = Projects.of("web", service());
        assertThat(plan(recreating(project, Recreate.ALWAYS, Recreate.DIVERGED), World.with(project)))
                .startsWith("[] -> #1 service:web:1, CreateContainer, forced [recreate:web:1]");
    }

    @Test
    void forcesTheNamedServicesOnly() {
        Project project = Projects.of("web", dependingOn("db", false), "db", service());
        assertThat(plan(recreating(project, Recreate.ALWAYS, Recreate.DIVERGED, "web"), World.with(project)))
                .contains("service:web:1")
                .doesNotContain("service:db:1");
    }

    @Test
    void forcesTheDependenciesWhenTold() {
        Project project = Projects.of("web", dependingOn("db", false), "db", service());
        assertThat(plan(recreating(project, Recreate.DIVERGED, Recreate.ALWAYS, "web"), World.with(project)))
                .contains("service:db:1, CreateContainer, forced")
                .doesNotContain("service:web:1");
    }

    @Test
    void stopsDependentsThatRestartWithTheRecreatedService() {
        World world = World.with(Projects.of("web", dependingOn("db", true), "db", service()));
        Project project =
                Projects.of("web", dependingOn("db", true), "db", service().tty(true));
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, dependency db recreated
                        [1] -> #2 service:db:1, CreateContainer, configuration changed [recreate:db:1]
                        [2] -> #3 service:db:1, StopContainer, configuration changed [recreate:db:1]
                        [2,3] -> #4 service:db:1, RemoveContainer, configuration changed [recreate:db:1]
                        [4] -> #5 service:db:1, RenameContainer, configuration changed [recreate:db:1]""");
    }

    @Test
    void leavesOtherDependentsRunning() {
        World world = World.with(Projects.of("web", dependingOn("db", false), "db", service()));
        Project project =
                Projects.of("web", dependingOn("db", false), "db", service().tty(true));
        assertThat(plan(project, world)).doesNotContain("service:web:1");
    }

    @Test
    void reusesAStopThatIsPlannedAlready() {
        World world = World.with(Projects.of("web", dependingOn("db", true), "db", service()));
        Project project = Projects.of(
                "web", dependingOn("db", true).tty(true), "db", service().tty(true));
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, dependency db recreated
                        [1] -> #2 service:db:1, CreateContainer, configuration changed [recreate:db:1]
                        [2] -> #3 service:db:1, StopContainer, configuration changed [recreate:db:1]
                        [2,3] -> #4 service:db:1, RemoveContainer, configuration changed [recreate:db:1]
                        [4] -> #5 service:db:1, RenameContainer, configuration changed [recreate:db:1]
                        [5] -> #6 service:web:1, CreateContainer, configuration changed [recreate:web:1]
                        [1,6] -> #7 service:web:1, RemoveContainer, configuration changed [recreate:web:1]
                        [7] -> #8 service:web:1, RenameContainer, configuration changed [recreate:web:1]""");
    }

    @Test
    void recreatesWhoSharesTheNetworkOfARecreatedService() {
        Project before = Projects.of("web", service(), "side", service().networkMode("service:web"));
        Project project =
                Projects.of("web", service().tty(true), "side", service().networkMode("service:web"));
        assertThat(plan(project, World.with(before)))
                .contains("service:side:1, CreateContainer, service web recreated [recreate:side:1]");
    }

    @Test
    void keepsWhoSharesTheNetworkOfAServiceThatStays() {
        Project project = Projects.of("web", service(), "side", service().networkMode("service:web"));
        assertThat(plan(project, World.with(project))).isEmpty();
    }

    @Test
    void recreatesARunningContainerThatIsNotOnItsNetwork() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).onNoNetwork("shop-web-1")))
                .startsWith("[] -> #1 service:web:1, CreateContainer, not on network shop_default [recreate:web:1]");
    }

    @Test
    void recreatesAStoppedContainerThatWasTakenOffItsNetwork() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).onNoNetwork("shop-web-1").state("shop-web-1", "exited")))
                .startsWith("[] -> #1 service:web:1, CreateContainer, not on network shop_default [recreate:web:1]");
    }

    @Test
    void recreatesAStoppedContainerWhoseNetworkIsGone() {
        Project project = Projects.of("web", service());
        World world = World.with(project).state("shop-web-1", "exited").withoutNetwork("default");
        assertThat(plan(project, world)).startsWith("""
                        [] -> #1 network:default, CreateNetwork, not found
                        [1] -> #2 service:web:1, CreateContainer, not on network shop_default [recreate:web:1]""");
    }

    @Test
    void keepsAContainerThatWasNeverStartedAndSoKnowsItsNetworkByNameOnly() {
        Project project = Projects.of("web", service());
        World world = World.with(project).state("shop-web-1", "created").knowingNetworksByNameOnly("shop-web-1");
        assertThat(plan(project, world)).isEmpty();
    }

    @Test
    void recreatesAContainerThatDoesNotMountItsVolume() {
        Project project = withVolume(Projects.of("db", mounting("data")), "local");
        assertThat(plan(project, World.with(project).mountingNothing("shop-db-1")))
                .startsWith("[] -> #1 service:db:1, CreateContainer, volume shop_data not mounted [recreate:db:1]");
    }

    @Test
    void recreatesADeadContainer() {
        Project project = Projects.of("web", service());
        assertThat(plan(project, World.with(project).state("shop-web-1", "dead")))
                .startsWith("[] -> #1 service:web:1, CreateContainer, container is dead [recreate:web:1]");
    }

    @Test
    void carriesAnonymousVolumesOverUnlessToldNotTo() {
        World world = World.with(Projects.of("db", mountingAnonymous()));
        Project project = NormalProject.of(Projects.of("db", mountingAnonymous().tty(true)));
        PlanRequest keep = PlanRequest.of(project);
        PlanRequest renew =
                new PlanRequest(project, Set.of(), Recreate.ALWAYS, Recreate.DIVERGED, false, false, false, q -> false);

        assertThat(inherited(Planner.plan(keep, world.observation())))
                .extracting(Observation.Mount::name)
                .containsExactly("anonymous-shop-db-1");
        assertThat(inherited(Planner.plan(renew, world.observation()))).isEmpty();
    }

    private static List<Observation.Mount> inherited(Plan plan) {
        return ((Step.CreateContainer) plan.nodes().get(0).step()).anonymousVolumes();
    }

    @Test
    void finishesARecreationThatWasInterruptedBeforeTheRename() {
        Project project = Projects.of("web", service());
        World world = World.with(project).renamed("shop-web-1", "0123456789ab_shop-web-1");
        assertThat(plan(project, world))
                .isEqualTo("[] -> #1 service:web:1, RenameContainer, recreation was interrupted");
    }

    @Test
    void finishesARecreationThatWasInterruptedBeforeTheStop() {
        World world = World.with(Projects.of("web", service().tty(true)))
                .copy("shop-web-1", "0123456789ab_shop-web-1")
                .label("shop-web-1", Labels.CONFIG_HASH, "another");
        Project project = Projects.of("web", service().tty(true));
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, replaced
                        [1] -> #2 service:web:1, RemoveContainer, replaced
                        [2] -> #3 service:web:1, RenameContainer, recreation was interrupted""");
    }

    // ---- scale

    @Test
    void scalesUpFromTheHighestNumber() {
        World world = World.with(Projects.of("web", service().scale(2))).without("shop-web-1");
        assertThat(plan(Projects.of("web", service().scale(2)), world))
                .isEqualTo("[] -> #1 service:web:3, CreateContainer, not found");
    }

    @Test
    void scalesDownFromTheHighestNumber() {
        World world = World.with(Projects.of("web", service().scale(3)));
        assertThat(plan(Projects.of("web", service().scale(1)), world)).isEqualTo("""
                        [] -> #1 service:web:2, StopContainer, scaled down to 1
                        [1] -> #2 service:web:2, RemoveContainer, scaled down to 1
                        [] -> #3 service:web:3, StopContainer, scaled down to 1
                        [3] -> #4 service:web:3, RemoveContainer, scaled down to 1""");
    }

    @Test
    void scalesDownObsoleteContainersFirst() {
        World world =
                World.with(Projects.of("web", service().scale(2))).label("shop-web-1", Labels.CONFIG_HASH, "another");
        assertThat(plan(Projects.of("web", service()), world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, scaled down to 1
                        [1] -> #2 service:web:1, RemoveContainer, scaled down to 1""");
    }

    @Test
    void scalesToZero() {
        World world = World.with(Projects.of("web", service()));
        assertThat(plan(Projects.of("web", service().scale(0)), world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, scaled down to 0
                        [1] -> #2 service:web:1, RemoveContainer, scaled down to 0""");
    }

    // ---- networks

    @Test
    void replacesANetworkThatChangedAndReconnectsItsContainers() {
        World world = World.with(withNetwork(Projects.of("web", on("front")), World.network("bridge")));
        Project project = withNetwork(Projects.of("web", on("front")), World.network("macvlan"));
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, network configuration changed
                        [1] -> #2 service:web:1, DisconnectNetwork, network configuration changed
                        [2] -> #3 network:front, RemoveNetwork, network configuration changed
                        [3] -> #4 network:front, CreateNetwork, network configuration changed
                        [2,4] -> #5 service:web:1, ConnectNetwork, network configuration changed""");
    }

    @Test
    void recreatesAContainerOfAReplacedNetworkOnceTheNetworkIsThere() {
        World world = World.with(withNetwork(Projects.of("web", on("front")), World.network("bridge")));
        Project project = withNetwork(Projects.of("web", on("front").tty(true)), World.network("macvlan"));
        assertThat(plan(project, world)).endsWith("""
                        [4] -> #6 service:web:1, CreateContainer, configuration changed [recreate:web:1]
                        [1,5,6] -> #7 service:web:1, RemoveContainer, configuration changed [recreate:web:1]
                        [7] -> #8 service:web:1, RenameContainer, configuration changed [recreate:web:1]""");
    }

    @Test
    void createsARenamedNetworkWithoutWaitingForTheOldOneToGo() {
        World world = World.with(withNetwork(
                Projects.of("web", on("front")), Network.builder().name("old").build()));
        Project project = withNetwork(
                Projects.of("web", on("front")), Network.builder().name("new").build());
        assertThat(plan(project, world)).isEqualTo("""
                        [] -> #1 service:web:1, StopContainer, network renamed from old
                        [1] -> #2 service:web:1, DisconnectNetwork, network renamed from old
                        [2] -> #3 network:front, RemoveNetwork, network renamed from old
                        [] -> #4 network:front, CreateNetwork, network renamed from old
                        [2,4] -> #5 service:web:1, ConnectNetwork, network renamed from old""");
    }

    @Test
    void usesANetworkThatItDidNotMakeAsItIs() {
        Project project = withNetwork(Projects.of("web", on("front")), World.network("macvlan"));
        World world = World.with(project).network("front", "shop_front", null);
        assertThat(plan(project, world)).isEmpty();
    }

    // ---- volumes

    @Test
    void keepsAVolumeThatChangedUnlessTheUserAgreesToLoseItsData() {
        World world = World.with(withVolume(Projects.of("db", mounting("data")), "local"));
        Project project = withVolume(Projects.of("db", mounting("data")), "nfs");
        assertThat(plan(project, world)).isEmpty();
    }

    @Test
    void replacesAVolumeThatChangedAndItsUsersWhenTheUserAgrees() {
        World world = World.with(withVolume(Projects.of("db", mounting("data")), "local"));
        Project project = NormalProject.of(withVolume(Projects.of("db", mounting("data")), "nfs"));
        PlanRequest agreed = new PlanRequest(
                project,
                Set.of(),
                Recreate.DIVERGED,
                Recreate.DIVERGED,
                true,
                false,
                false,
                question -> question.startsWith("Volume \"shop_data\" exists but doesn't match"));
        assertThat(plan(agreed, world)).isEqualTo("""
                        [] -> #1 service:db:1, StopContainer, volume configuration changed
                        [1] -> #2 service:db:1, RemoveContainer, volume configuration changed
                        [2] -> #3 volume:data, RemoveVolume, volume configuration changed
                        [3] -> #4 volume:data, CreateVolume, volume configuration changed
                        [4] -> #5 service:db:1, CreateContainer, volume recreated""");
    }

    @Test
    void leavesTheDataOfARenamedVolume() {
        Project before = Projects.of("db", mounting("data")).toBuilder()
                .volumes(Map.of("data", Volume.builder().name("old").build()))
                .build();
        Project project = Projects.of("db", mounting("data")).toBuilder()
                .volumes(Map.of("data", Volume.builder().name("new").build()))
                .build();
        assertThat(plan(project, World.with(before))).startsWith("""
                        [] -> #1 volume:data, CreateVolume, volume renamed from old, which stays
                        [1] -> #2 service:db:1, CreateContainer, volume new not mounted [recreate:db:1]""");
    }

    // ---- orphans

    @Test
    void warnsOfOrphans() {
        World world = World.with(Projects.of("web", service(), "old", service()));
        Plan plan = Planner.plan(wanting(Projects.of("web", service())), world.observation());
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.warnings()).singleElement().asString().contains("(shop-old-1)", "--remove-orphans");
    }

    @Test
    void removesOrphansWhenTold() {
        World world = World.with(Projects.of("web", service(), "old", service()));
        PlanRequest request = new PlanRequest(
                NormalProject.of(Projects.of("web", service())),
                Set.of(),
                Recreate.DIVERGED,
                Recreate.DIVERGED,
                true,
                true,
                false,
                q -> false);
        assertThat(plan(request, world)).isEqualTo("""
                        [] -> #1 orphan:shop-old-1, StopContainer, orphaned
                        [1] -> #2 orphan:shop-old-1, RemoveContainer, orphaned""");
    }

    @Test
    void countsNoDisabledServiceAsOrphan() {
        World world = World.with(Projects.of("web", service(), "debug", service()));
        Project project = Projects.of("web", service()).toBuilder()
                .disabledServices(Map.of("debug", service().build()))
                .build();
        assertThat(Planner.plan(wanting(project), world.observation()).warnings())
                .isEmpty();
    }

    @Test
    void countsARunningOneOffContainerAsNoOrphan() {
        Project project = Projects.of("web", service());
        World world = World.with(project)
                .copy("shop-web-1", "shop-web-run-1")
                .label("shop-web-run-1", Labels.ONE_OFF, Labels.YES);
        assertThat(Planner.plan(wanting(project), world.observation()).warnings())
                .isEmpty();
    }

    // ---- the plan itself

    @Test
    void isTheSameEveryTime() {
        Project project = Projects.of(
                Map.of("a", dependingOn("c", true), "b", dependingOn("c", false), "c", service(), "d", service()));
        Plan first = Planner.plan(wanting(project), Observation.NOTHING);
        Plan second = Planner.plan(wanting(project), Observation.NOTHING);
        assertThat(second).isEqualTo(first).hasToString(first.toString());
    }

    private static Project withNetwork(Project project, Network network) {
        return project.toBuilder().networks(Map.of("front", network)).build();
    }

    private static Project withVolume(Project project, String driver) {
        return project.toBuilder().volumes(Map.of("data", World.volume(driver))).build();
    }
}
