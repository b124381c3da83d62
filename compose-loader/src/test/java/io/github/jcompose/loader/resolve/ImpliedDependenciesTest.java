package io.github.jcompose.loader.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.DependencyCondition;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpliedDependenciesTest {
    private final ProjectFolder folder;

    ImpliedDependenciesTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    private void service(String attributes) {
        folder.file("compose.yaml", "services: {a: {image: x, " + attributes + "}, b: {image: x}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            links: [b]                | true
            links: ["b:alias"]        | true
            network_mode: "service:b" | true
            ipc: "service:b"          | true
            pid: "service:b"          | true
            uts: "service:b"          | true
            volumes_from: [b]         | false
            volumes_from: ["b:ro"]    | false
            """)
    void dependsOnWhatItUses(String attributes, boolean restart) {
        service(attributes);

        var dependency = Objects.requireNonNull(folder.service("a").dependsOn().get("b"));
        assertThat(dependency.condition()).isEqualTo(DependencyCondition.SERVICE_STARTED);
        assertThat(dependency.required()).isTrue();
        assertThat(dependency.restart()).isEqualTo(restart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumes_from: [\"container:b\"]",
                "network_mode: host",
                "network_mode: \"container:b\"",
                "ipc: shareable",
                "pid: host"
            })
    void dependsOnNothingOutsideOfTheProject(String attributes) {
        service(attributes);

        assertThat(folder.service("a").dependsOn()).isEmpty();
    }

    @Test
    void leavesADependencyThatIsWrittenAsItIs() {
        service("links: [b], depends_on: {b: {condition: service_healthy, required: false}}");

        var dependency = Objects.requireNonNull(folder.service("a").dependsOn().get("b"));
        assertThat(dependency.condition()).isEqualTo(DependencyCondition.SERVICE_HEALTHY);
        assertThat(dependency.required()).isFalse();
        assertThat(dependency.restart()).isFalse();
    }

    @Test
    void refusesWhatIsNotThere() {
        service("links: [missing]");

        assertThat(folder.refusal()).contains("missing");
    }

    @Test
    void impliesNothingWithoutNormalization() {
        service("links: [b]");

        assertThat(ProjectFolder.service(folder.load(options -> options.normalize(false)), "a")
                        .dependsOn())
                .isEmpty();
    }
}
