package io.github.jcompose.loader.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private final ProjectFolder folder;

    SelectionTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
        folder.file("compose.yaml", """
                services:
                  web: {image: x, depends_on: [db], networks: [front]}
                  db: {image: x, volumes: ["data:/data"]}
                  debug: {image: x, profiles: [dev], depends_on: [web]}
                  seed: {image: x, profiles: [dev, "load test"], secrets: [s]}
                  bare: {image: x, profiles: []}
                networks: {front: , spare: }
                volumes: {data: , spare: }
                secrets: {s: {file: s}, spare: {file: s}}
                configs: {spare: {content: c}}
                """);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | web,db,bare
            dev       | web,db,debug,seed,bare
            load test | web,db,seed,bare
            other     | web,db,bare
            *         | web,db,debug,seed,bare
            """)
    void enablesServicesByProfile(String profiles, String services) {
        Project project = folder.load(options -> options.profiles(words(profiles)));

        assertThat(project.services().keySet()).containsExactlyInAnyOrderElementsOf(words(services));
        assertThat(project.disabledServices().keySet()).doesNotContainAnyElementsOf(words(services));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web    | web,db
            db     | db
            bare   | bare
            debug  | debug,web,db
            seed   | seed
            w*     | web,db
            b?re   | bare
            db,bare| db,bare
            [dw]*  | web,db
            """)
    void keepsWhatIsNamedAndWhatThatDependsOn(String patterns, String services) {
        Project project = folder.load(options -> options.services(words(patterns)));

        assertThat(project.services().keySet()).containsExactlyInAnyOrderElementsOf(words(services));
    }

    @Test
    void refusesNamesOfNoService() {
        assertThat(folder.refusal(options -> options.services(List.of("wep"))))
                .isEqualTo("no such service: wep; did you mean 'web'?");
        assertThat(folder.refusal(options -> options.services(List.of("d[be]bugg*"))))
                .startsWith("no such service: d[be]bugg*");
    }

    @Test
    void keepsOnlyResourcesThatAreUsed() {
        Project some = folder.load();
        Project all = folder.load(options -> options.keepUnusedResources(true));

        assertThat(some.networks()).containsOnlyKeys("front", "default");
        assertThat(some.volumes()).containsOnlyKeys("data");
        assertThat(some.secrets()).isEmpty();
        assertThat(some.configs()).isEmpty();
        assertThat(all.networks()).containsOnlyKeys("front", "spare", "default");
        assertThat(all.volumes()).containsOnlyKeys("data", "spare");
        assertThat(all.secrets()).containsOnlyKeys("s", "spare");
        assertThat(all.configs()).containsOnlyKeys("spare");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {b: {condition: service_started}}                  | service 'b' is disabled; enable one of its profiles: 'p'
            {b: {condition: service_started, required: true}}  | service 'b' is disabled; enable one of its profiles: 'p'
            {c: {condition: service_started, required: false}} | no service 'c'
            """, quoteCharacter = '`')
    void refusesDependenciesThatAreNotThere(String dependencies, String message) {
        folder.file(
                "compose.yaml",
                "services: {a: {image: x, depends_on: " + dependencies + "}, b: {image: x, profiles: [p]}}");

        assertThat(folder.refusal()).contains(message);
    }

    @Test
    void doesWithoutAnOptionalDependencyThatIsDisabled() {
        folder.file("compose.yaml", """
                services:
                  a: {image: x, depends_on: {b: {condition: service_started, required: false}}}
                  b: {image: x, profiles: [p]}
                """);

        assertThat(folder.load().services()).containsOnlyKeys("a");
        assertThat(folder.load(options -> options.services(List.of("a"))).services())
                .containsOnlyKeys("a");
    }

    @Test
    void checksNothingOfDisabledServices() {
        folder.file("compose.yaml", """
                services:
                  a: {image: x}
                  b: {profiles: [p], depends_on: [missing], networks: [missing]}
                """);

        assertThat(folder.load().services()).containsOnlyKeys("a");
        assertThat(folder.refusal(options -> options.profiles(List.of("p")))).contains("missing");
    }

    @Test
    void refusesADependencyBehindAProfileThatIsNotActive() {
        folder.file("compose.yaml", """
                services:
                  a: {image: x, profiles: [p], depends_on: [b]}
                  b: {image: x, profiles: [q]}
                """);

        assertThat(folder.refusal(options -> options.services(List.of("a")))).contains("b");
        assertThat(folder.load(options -> options.services(List.of("a", "b"))).services())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void includesServicesThatAreReachedWithoutDependsOn() {
        folder.file("compose.yaml", """
                services:
                  a: {image: x, links: ["b:alias"]}
                  b: {image: x, network_mode: "service:c"}
                  c: {image: x, volumes_from: [d]}
                  d: {image: x}
                  e: {image: x}
                """);

        assertThat(folder.load(options -> options.services(List.of("a"))).services())
                .containsOnlyKeys("a", "b", "c", "d");
    }
}
