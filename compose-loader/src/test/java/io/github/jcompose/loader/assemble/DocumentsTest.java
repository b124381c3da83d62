package io.github.jcompose.loader.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private final ProjectFolder folder;

    DocumentsTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    @Test
    void mergesDocumentsAsTheyWereFiles() {
        folder.file("compose.yaml", """
                services: {a: {image: one, ports: ["80:80"], environment: {A: "1"}}, b: {image: x}}
                ---
                services: {a: {image: two, ports: ["81:81"], environment: [B=2]}}
                ---
                services: {a: {ports: !reset []}, b: !reset null}
                """);

        Project project = folder.load();

        assertThat(project.services()).containsOnlyKeys("a");
        assertThat(ProjectFolder.service(project, "a").image()).isEqualTo("two");
        assertThat(ProjectFolder.service(project, "a").ports()).isEmpty();
        assertThat(ProjectFolder.service(project, "a").environment()).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void refusesAnEmptyDocument() {
        folder.file("compose.yaml", "services: {a: {image: x}}\n---\n");

        assertThat(folder.refusal()).isEqualTo("compose.yaml: an empty document is no compose file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "{}"})
    void refusesAFileWithNothingInIt(String text) {
        folder.file("compose.yaml", text);

        assertThat(folder.refusal()).isEqualTo("compose.yaml: empty compose file; expected services, or an include");
    }

    @Test
    void acceptsAnEmptyFileBesideAnother() {
        folder.file("compose.yaml", "services: {a: {image: x}}").file("compose.override.yaml", "# nothing yet\n");

        assertThat(folder.load().services()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {A: "1", B: "1"} | {A: !reset null}     | B=1
            {A: "1", B: "1"} | {B: !override "2"}   | A=1,B=2
            {A: "1"}         | !override {C: "3"}   | C=3
            {A: "1"}         | !reset {C: "3"}      | ``
            {A: "1"}         | [A=2, B]             | A=2,B=null
            [A=1, B=1]       | {A: !reset null}     | B=1
            [A=1, B=1, AB=1] | {A: !override "3"}   | A=3,B=1,AB=1
            [A=1]            | !override [C=3]      | C=3
            [A]              | {A: !reset null}     | ``
            [A=1, A=2]       | [A=3]                | A=3
            """)
    void resetsAndOverridesVariablesInBothForms(String earlier, String later, String result) {
        folder.file("compose.yaml", "services: {a: {image: x, environment: " + earlier + "}}")
                .file("compose.override.yaml", "services: {a: {environment: " + later + "}}");

        List<String> variables = folder.service("a").environment().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();

        assertThat(variables)
                .containsExactlyInAnyOrderElementsOf(result.isEmpty() ? List.of() : List.of(result.split(",")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            labels: [a=1, b=1]                       | labels: {a: !reset null}
            labels: {a: "1", b: "1"}                 | labels: {a: !reset null}
            networks: [a, b]                         | networks: {a: !reset null}
            depends_on: [a, b]                       | depends_on: {a: !reset null}
            sysctls: [a=1, b=1]                      | sysctls: {a: !reset null}
            build: {context: ., args: [a=1, b=1]}    | build: {args: {a: !reset null}}
            build: {context: ., labels: [a=1, b=1]}  | build: {labels: {a: !reset null}}
            """)
    void resetsKeysOfEveryListThatIsAMapping(String earlier, String later) {
        folder.file("compose.yaml", """
                        services: {s: {image: x, %s}, a: {image: x}, b: {image: x}}
                        networks: {a: , b: }
                        """.formatted(earlier))
                .file("compose.override.yaml", "services: {s: {" + later + "}}");

        Service s = folder.service("s");

        List<Map<String, ?>> maps = new java.util.ArrayList<>(List.of(s.labels(), s.dependsOn(), s.sysctls()));
        maps.add(s.networks().containsKey("default") ? Map.of() : s.networks());
        if (s.buildSpec() != null) {
            maps.add(s.buildSpec().args());
            maps.add(s.buildSpec().labels());
        }
        assertThat(maps)
                .filteredOn(map -> !map.isEmpty())
                .singleElement()
                .satisfies(map -> assertThat(map).containsOnlyKeys("b"));
    }

    @Test
    void resetsAcrossThreeFilesInOrder() {
        folder.file("one.yaml", "services: {a: {image: x, ports: [\"80:80\"]}}")
                .file("two.yaml", "services: {a: {ports: !reset []}}")
                .file("three.yaml", "services: {a: {ports: [\"82:82\"]}}");

        Service a = ProjectFolder.service(
                folder.load(options -> options.files(List.of("one.yaml", "two.yaml", "three.yaml"))), "a");

        assertThat(a.ports()).extracting(port -> port.published()).containsExactly("82");
    }

    @Test
    void resetsWholeSectionsAndObjects() {
        folder.file("compose.yaml", """
                services: {a: {image: x}, b: {image: x}}
                volumes: {v: , w: }
                """).file("compose.override.yaml", """
                        services: !override {c: {image: x}}
                        volumes: {v: !reset null}
                        """);

        Project project = folder.load(options -> options.keepUnusedResources(true));

        assertThat(project.services()).containsOnlyKeys("c");
        assertThat(project.volumes()).containsOnlyKeys("w");
    }

    @Test
    void takesMergeKeysFromMappingsListsAndAliases() {
        folder.file("compose.yaml", """
                x-one: &one {image: one, hostname: one, labels: {one: "1"}}
                x-two: &two {image: two, command: [two], labels: {two: "1"}}
                x-both: &both [*one, *two]
                services:
                  map: {<<: *one, image: own}
                  list: {<<: [*one, *two]}
                  alias: {<<: *both}
                  inline: {<<: {image: inline}}
                  late: {image: own, <<: *one}
                  quoted: {image: x, labels: {"<<": v}}
                """);

        assertThat(folder.service("map").image()).isEqualTo("own");
        assertThat(folder.service("map").hostname()).isEqualTo("one");
        for (String name : List.of("list", "alias")) {
            assertThat(folder.service(name).image()).isEqualTo("one");
            assertThat(folder.service(name).command()).containsExactly("two");
            // Merge keys are not merged deeply: the labels of the first mapping stay alone.
            assertThat(folder.service(name).labels()).containsOnlyKeys("one");
        }
        assertThat(folder.service("inline").image()).isEqualTo("inline");
        assertThat(folder.service("late").image()).isEqualTo("own");
        assertThat(folder.service("quoted").labels()).isEqualTo(Map.of("<<", "v"));
    }

    @Test
    void resetsThroughAliasesAndMergeKeys() {
        folder.file("compose.yaml", "services: {a: {image: x, ports: [\"80:80\"], command: [run], hostname: h}}")
                .file("compose.override.yaml", """
                        x-none: &none !reset null
                        x-more: &more {command: !reset null}
                        services: {a: {<<: *more, ports: *none}}
                        """);

        assertThat(folder.service("a").ports()).isEmpty();
        assertThat(folder.service("a").command()).isNullOrEmpty();
        assertThat(folder.service("a").hostname()).isEqualTo("h");
    }
}
