package io.github.jcompose.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Project PROJECT = NormalProject.of(Project.builder()
            .name("shop")
            .services(Map.of(
                    "web",
                            Service.builder()
                                    .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_STARTED)))
                                    .build(),
                    "db", Service.builder().build(),
                    "other",
                            Service.builder()
                                    .networks(Map.of(
                                            "own", NetworkAttachment.builder().build()))
                                    .build()))
            .networks(Map.of("own", Network.builder().build()))
            .disabledServices(
                    Map.of("debug", Service.builder().profiles(List.of("dev")).build()))
            .build());

    @Test
    void keepsTheNamedServicesAndWhatTheyNeed() {
        Project narrow = Selection.withDependencies(PROJECT, List.of("web"));
        assertThat(narrow.services()).containsOnlyKeys("web", "db");
        assertThat(narrow.networks()).containsOnlyKeys("default");
        assertThat(narrow.disabledServices()).containsOnlyKeys("debug", "other");
    }

    @Test
    void keepsTheNamedServicesAlone() {
        Project narrow = Selection.alone(PROJECT, List.of("web"));
        assertThat(narrow.services()).containsOnlyKeys("web");
        assertThat(narrow.services().values())
                .allSatisfy(service -> assertThat(service.dependsOn()).isEmpty());
    }

    @Test
    void namesTheServicesThatThereAre() {
        assertThatThrownBy(() -> Selection.withDependencies(PROJECT, List.of("nope")))
                .isInstanceOf(ComposeException.class)
                .hasMessage("no such service: nope; the project has db, other, web");
    }

    @Test
    void namesTheProfilesOfADisabledService() {
        assertThatThrownBy(() -> Selection.withDependencies(PROJECT, List.of("debug")))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("its profiles are dev");
    }
}
