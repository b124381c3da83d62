package io.github.jcompose.loader.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Model;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProjectListsTest {
    private static final Service BUILT =
            Service.builder().buildSpec(Build.builder().context("/src").build()).build();

    @Test
    void listsServicesBehindTheirDependencies() {
        Project project = project(
                "a",
                dependsOn("z"),
                "b",
                dependsOn("a", "off"),
                "z",
                Service.builder().build());

        assertThat(ProjectLists.services(project)).containsExactly("z", "a", "b");
    }

    @Test
    void listsServicesThatDependOnEachOtherOnce() {
        Project project = project("a", dependsOn("b"), "b", dependsOn("a"));

        assertThat(ProjectLists.services(project)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void namesImagesThatAreBuiltAfterProjectAndService() {
        Service hooked = Service.builder()
                .image("nginx")
                .preStart(List.of(
                        Hook.builder().image("busybox").build(),
                        Hook.builder().image("nginx").build()))
                .build();
        Project project = project("web", BUILT, "proxy", hooked);

        assertThat(ProjectLists.images(project, "-")).containsExactly("busybox", "nginx", "p-web");
        assertThat(ProjectLists.images(project, "_")).contains("p_web");
    }

    @Test
    void listsProfilesOfDisabledServicesToo() {
        Project project = project(
                        "a", Service.builder().profiles(List.of("x", "b")).build())
                .toBuilder()
                .disabledServices(Map.of(
                        "c", Service.builder().profiles(List.of("a", "b")).build()))
                .build();

        assertThat(ProjectLists.profiles(project)).containsExactly("a", "b", "x");
    }

    @Test
    void listsModelsByWhatTheyReferTo() {
        Project project = Project.builder()
                .models(Map.of("llm", Model.builder().model("ai/small").build()))
                .build();

        assertThat(ProjectLists.models(project)).containsExactly("ai/small");
    }

    @Test
    void hashesServiceWithBuildOnTheDefaultPlatform() {
        Project project = project(
                        "web", BUILT, "db", Service.builder().image("a").build())
                .toBuilder()
                .environment(Map.of("DOCKER_DEFAULT_PLATFORM", "linux/arm64"))
                .build();

        assertThat(ProjectLists.hashes(project))
                .containsEntry(
                        "web",
                        ConfigHash.of(BUILT.toBuilder().platform("linux/arm64").build()))
                .containsEntry("db", ConfigHash.of(Service.builder().image("a").build()));
    }

    @Test
    void listsEnvironmentSorted() {
        Project project =
                Project.builder().environment(Map.of("B", "2", "A", "1=x")).build();

        assertThat(ProjectLists.environment(project)).containsExactly("A=1=x", "B=2");
    }

    private static Service dependsOn(String... names) {
        Map<String, Dependency> dependencies = new LinkedHashMap<>();
        for (String name : names) {
            dependencies.put(name, Dependency.on(DependencyCondition.SERVICE_STARTED));
        }
        return Service.builder().dependsOn(dependencies).build();
    }

    private static Project project(Object... namesAndServices) {
        Map<String, Service> services = new LinkedHashMap<>();
        for (int i = 0; i < namesAndServices.length; i += 2) {
            services.put((String) namesAndServices[i], (Service) Objects.requireNonNull(namesAndServices[i + 1]));
        }
        return Project.builder().name("p").services(services).build();
    }
}
