package io.github.jcompose.loader.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludesTest {
    private final ProjectFolder folder;

    IncludesTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    private static @org.jspecify.annotations.Nullable String context(Service service) {
        return Objects.requireNonNull(service.buildSpec()).context();
    }

    @Test
    void bringsObjectsOfEveryKindButNoNameAndNoExtensions() {
        folder.file("compose.yaml", "include: [sub/compose.yaml]\nservices: {a: {image: x}}")
                .file("sub/compose.yaml", """
                        name: other
                        x-own: 1
                        services: {b: {image: x, networks: [n], volumes: ["vol:/v"], configs: [c], secrets: [s]}}
                        networks: {n: }
                        volumes: {vol: }
                        configs: {c: {file: c.txt}}
                        secrets: {s: {file: s.txt}}
                        """);

        Project project = folder.load();

        assertThat(project.services()).containsOnlyKeys("a", "b");
        assertThat(project.networks()).containsOnlyKeys("default", "n");
        assertThat(project.volumes()).containsOnlyKeys("vol");
        assertThat(project.extensions()).isEmpty();
        assertThat(Objects.requireNonNull(project.configs().get("c")).file())
                .isEqualTo(folder.path("sub/c.txt").toString());
        assertThat(Objects.requireNonNull(project.secrets().get("s")).file())
                .isEqualTo(folder.path("sub/s.txt").toString());
    }

    @Test
    void startsPathsFromTheFolderOfEachFile() {
        folder.file("compose.yaml", "include: [one/compose.yaml]")
                .file("one/compose.yaml", "include: [two/compose.yaml]\nservices: {a: {build: ./x}}")
                .file("one/two/compose.yaml", "include: [../../three/compose.yaml]\nservices: {b: {build: ./x}}")
                .file("three/compose.yaml", "services: {c: {build: ./x, env_file: c.env}}")
                .file("three/c.env", "C=1\n");

        assertThat(context(folder.service("a"))).isEqualTo(folder.path("one/x").toString());
        assertThat(context(folder.service("b")))
                .isEqualTo(folder.path("one/two/x").toString());
        assertThat(context(folder.service("c")))
                .isEqualTo(folder.path("three/x").toString());
        assertThat(folder.service("c").environment()).isEqualTo(Map.of("C", "1"));
    }

    @Test
    void acceptsTheSameFileTwiceAndInADiamond() {
        folder.file("compose.yaml", "include: [left.yaml, right.yaml, sub/base.yaml, sub/base.yaml]")
                .file("left.yaml", "include: [sub/base.yaml]\nservices: {l: {image: x}}")
                .file("right.yaml", "include: [sub/base.yaml]\nservices: {r: {image: x}}")
                .file("sub/base.yaml", """
                        services: {b: {image: x, ports: ["80:80"], volumes: ["./v:/v"], command: [run]}}
                        """);

        Project project = folder.load();

        assertThat(project.services()).containsOnlyKeys("l", "r", "b");
        assertThat(ProjectFolder.service(project, "b").ports()).hasSize(1);
        assertThat(ProjectFolder.service(project, "b").command()).containsExactly("run");
        assertThat(ProjectFolder.service(project, "b").volumes())
                .extracting(volume -> volume.source())
                .containsExactly(folder.path("sub/v").toString());
    }

    @Test
    void letsTheIncludingFileAndEarlierIncludesWin() {
        folder.file("compose.yaml", "include: [one.yaml, two.yaml]\nservices: {a: {command: [main]}}")
                .file("one.yaml", "services: {a: {image: one, command: [one]}}")
                .file("two.yaml", "services: {a: {image: two, command: [two], hostname: two}}");

        Service a = folder.service("a");

        assertThat(a.command()).containsExactly("main");
        assertThat(a.image()).isEqualTo("one");
        assertThat(a.hostname()).isEqualTo("two");
    }

    @Test
    void mergesTheFilesOfOneEntryBeforeItIncludesThem() {
        folder.file("compose.yaml", "include: [{path: [sub/one.yaml, other/two.yaml]}]")
                .file("sub/one.yaml", "services: {a: {image: one, build: ./x}}")
                .file("other/two.yaml", "services: {a: {image: two, volumes: [\"./v:/v\"]}}");

        Service a = folder.service("a");

        assertThat(a.image()).isEqualTo("two");
        assertThat(context(a)).isEqualTo(folder.path("sub/x").toString());
        assertThat(a.volumes().get(0).source()).isEqualTo(folder.path("sub/v").toString());
    }

    @Test
    void takesTheProjectDirectoryOfAnEntry() {
        folder.file("compose.yaml", "include: [{path: sub/compose.yaml, project_directory: other}]")
                .file("sub/compose.yaml", "services: {a: {build: \"./${DIR}\"}}")
                .file("other/.env", "DIR=of-other\n")
                .file("sub/.env", "DIR=of-sub\n");

        assertThat(context(folder.service("a")))
                .isEqualTo(folder.path("other/of-other").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sub/compose.yaml                                                   | parent-sub-/sub
            {path: sub/compose.yaml}                                           | parent-sub-/sub
            {path: sub/compose.yaml, env_file: one.env}                        | parent-one-
            {path: sub/compose.yaml, env_file: [one.env, two.env]}             | parent-two-one
            {path: sub/compose.yaml, env_file: /dev/null}                      | parent--
            """)
    void readsVariablesOfTheIncludeUnderThoseOfTheProject(String entry, String image) {
        folder.file("compose.yaml", "include: [" + (entry.startsWith("{") ? entry : "'" + entry + "'") + "]")
                .file("sub/compose.yaml", "services: {a: {image: \"${A}-${B}-${C}\"}}")
                .file(".env", "A=parent\n")
                .file("sub/.env", "A=sub\nB=sub\nC=/$B\n")
                .file("one.env", "A=one\nB=one\n")
                .file("two.env", "B=two\nC=$B\n");

        assertThat(folder.service("a").image()).isEqualTo(image);
    }

    @Test
    void passesVariablesOnToFilesThatAnIncludeIncludes() {
        folder.file("compose.yaml", "include: [one/compose.yaml]\nservices: {m: {image: \"x${V}\"}}")
                .file("one/compose.yaml", "include: [\"${TWO}/compose.yaml\"]")
                .file("one/.env", "V=one\nTWO=two\n")
                .file("one/two/compose.yaml", "services: {a: {image: \"x${V}\"}}")
                .file("one/two/.env", "V=two\n");

        assertThat(folder.service("a").image()).isEqualTo("xone");
        assertThat(folder.service("m").image()).isEqualTo("x");
    }

    @Test
    void givesBareVariablesTheValuesOfTheInclude() {
        folder.file("compose.yaml", "include: [sub/compose.yaml]")
                .file("sub/.env", "V=sub\n")
                .file("sub/compose.yaml", """
                        services:
                          list: {image: x, environment: [V]}
                          map: {image: x, environment: {V: }, build: {context: ., args: {V: }}}
                        """);

        assertThat(folder.service("list").environment()).isEqualTo(Map.of("V", "sub"));
        assertThat(folder.service("map").environment()).isEqualTo(Map.of("V", "sub"));
        assertThat(Objects.requireNonNull(folder.service("map").buildSpec()).args())
                .isEqualTo(Map.of("V", "sub"));
    }

    @Test
    void includesConfigsAndSecretsOfTheEnvironment() {
        folder.file("compose.yaml", "include: [sub/compose.yaml]")
                .file("sub/.env", "V=sub\n")
                .file("sub/compose.yaml", """
                        services: {a: {image: x, configs: [c], secrets: [s]}}
                        configs: {c: {environment: V}}
                        secrets: {s: {environment: V}}
                        """);

        Project project = folder.load();

        assertThat(Objects.requireNonNull(project.configs().get("c")).content()).isEqualTo("sub");
        assertThat(Objects.requireNonNull(project.secrets().get("s")).content()).isEqualTo("sub");
    }

    @Test
    void resetsAndOverridesWhatItIncludes() {
        folder.file("compose.yaml", """
                include: [sub/compose.yaml]
                services:
                  a: {ports: !reset [], environment: !override {B: "1"}}
                  gone: !reset null
                volumes: !reset {}
                """).file("sub/compose.yaml", """
                        services:
                          a: {image: x, ports: ["80:80"], environment: {A: "1"}}
                          gone: {image: x}
                        volumes: {v: }
                        """);

        Project project = folder.load(options -> options.keepUnusedResources(true));

        assertThat(project.services()).containsOnlyKeys("a");
        assertThat(project.volumes()).isEmpty();
        assertThat(ProjectFolder.service(project, "a").ports()).isEmpty();
        assertThat(ProjectFolder.service(project, "a").environment()).isEqualTo(Map.of("B", "1"));
    }

    @Test
    void overridesIncludedServicesFromALaterFile() {
        folder.file("compose.yaml", "include: [sub/compose.yaml]")
                .file("compose.override.yaml", "services: {a: {image: late, ports: !reset []}}")
                .file("sub/compose.yaml", "services: {a: {image: x, ports: [\"80:80\"]}}");

        assertThat(folder.service("a").image()).isEqualTo("late");
        assertThat(folder.service("a").ports()).isEmpty();
    }

    @Test
    void leavesPathsRelativeToTheProjectWhenAskedTo() {
        folder.file("compose.yaml", "include: [one/compose.yaml]")
                .file("one/compose.yaml", "include: [two/compose.yaml]\nservices: {a: {build: .}}")
                .file("one/two/compose.yaml", "services: {b: {build: ../x}}");

        Project project = folder.load(options -> options.resolvePaths(false));

        assertThat(context(ProjectFolder.service(project, "a"))).isEqualTo("one");
        assertThat(context(ProjectFolder.service(project, "b"))).isEqualTo("one/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            include: sub                                  | 1:10: include: must be a list, not a string
            include: [missing.yaml]                       | 1:11: include[0]: no such file: missing.yaml
            include: [sub]                                | 1:11: include[0]: a directory, not a file: sub
            include: [{}]                                 | 1:11: include[0]: must be a path or a mapping with a 'path'
            include: [{path: []}]                         | 1:11: include[0]: must be a path or a mapping with a 'path'
            include: [{path: sub/a.yaml, env_file: gone}] | 1:40: include[0]: no such file: gone
            include: [{path: sub/a.yaml, env_file: sub}]  | 1:40: include[0]: no such file: sub
            include: [compose.yaml]                       | 1:11: include[0]: files include each other in a circle: compose.yaml -> compose.yaml
            """)
    void refusesWhatItCannotInclude(String text, String message) {
        folder.file("compose.yaml", text + "\n").file("sub/a.yaml", "services: {a: {image: x}}");

        assertThat(folder.refusal()).startsWith("compose.yaml:" + message);
    }

    @Test
    void tellsTheWayOfACircle() {
        folder.file("compose.yaml", "include: [one.yaml]")
                .file("one.yaml", "include: [two.yaml]")
                .file("two.yaml", "include: [one.yaml]");

        assertThat(folder.refusal())
                .startsWith("two.yaml:1:11: include[0]: files include each other in a circle:"
                        + " compose.yaml -> one.yaml -> two.yaml -> one.yaml");
    }

    @Test
    void ignoresAttributesThatItDoesNotKnowWithAWarning() {
        folder.file("compose.yaml", "include: [{path: sub/a.yaml, pat: x}]")
                .file("sub/a.yaml", "services: {a: {image: x}}");

        assertThat(folder.load().services()).containsOnlyKeys("a");
        assertThat(folder.warnings()).containsExactly("unknown attribute 'pat' is ignored");
    }

    @Test
    void reportsEveryIncludeThatIsWrong() {
        folder.file("compose.yaml", "include: [one.yaml, two.yaml, three.yaml]")
                .file("one.yaml", "services: {a: {imag: x}}")
                .file("three.yaml", "services: {b: [}");

        assertThat(folder.refusal(options -> options.files(List.of("compose.yaml"))))
                .contains("one.yaml:1:16")
                .contains("compose.yaml:1:21: include[1]: no such file: two.yaml")
                .contains("three.yaml:1:");
    }
}
