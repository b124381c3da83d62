package io.github.jcompose.loader.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendsTest {
    private final ProjectFolder folder;

    ExtendsTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    private static @org.jspecify.annotations.Nullable String context(Service service) {
        return Objects.requireNonNull(service.buildSpec()).context();
    }

    @Test
    void inheritsEverythingOfTheBase() {
        folder.file("compose.yaml", """
                services:
                  base:
                    image: base
                    container_name: one
                    profiles: [p]
                    depends_on: [other]
                    volumes: [data:/data]
                    networks: [net]
                    ports: ["80:80"]
                    x-own: 1
                  a: {extends: base, image: a, container_name: two, ports: ["81:81"]}
                  b: {extends: {service: base}, container_name: three}
                  other: {image: x, profiles: [p]}
                networks: {net: }
                volumes: {data: }
                """);

        var project = folder.load(options -> options.profiles(List.of("p")));
        Service a = ProjectFolder.service(project, "a");
        Service b = ProjectFolder.service(project, "b");

        assertThat(a.image()).isEqualTo("a");
        assertThat(a.ports()).hasSize(2);
        assertThat(b.image()).isEqualTo("base");
        for (Service service : List.of(a, b)) {
            assertThat(service.profiles()).containsExactly("p");
            assertThat(service.dependsOn()).containsOnlyKeys("other");
            assertThat(service.networks()).containsOnlyKeys("net");
            assertThat(service.volumes()).hasSize(1);
        }
    }

    @Test
    void followsChainsThroughFilesInOtherFolders() {
        folder.file("compose.yaml", "services: {a: {extends: {file: one/base.yaml, service: b}}}")
                .file("one/base.yaml", """
                        services:
                          b: {extends: c, environment: [B=1]}
                          c: {extends: {file: two/base.yaml, service: d}, volumes: ["./c:/c"]}
                        """)
                .file("one/two/base.yaml", """
                        services:
                          d: {build: ./ctx, env_file: ../d.env, volumes: ["../d:/d"], extends: {file: ../../top.yaml, service: t}}
                        """)
                .file("one/d.env", "D=1\n")
                .file("top.yaml", "services: {t: {label_file: t.labels}}")
                .file("t.labels", "t=1\n");

        Service a = folder.service("a");

        assertThat(context(a)).isEqualTo(folder.path("one/two/ctx").toString());
        assertThat(a.environment()).isEqualTo(Map.of("B", "1", "D", "1"));
        assertThat(a.labels()).isEqualTo(Map.of("t", "1"));
        assertThat(a.volumes())
                .extracting(volume -> volume.source())
                .containsExactlyInAnyOrder(
                        folder.path("one/c").toString(), folder.path("one/d").toString());
    }

    @Test
    void readsTheSameBaseForSeveralServicesWithoutMixingThem() {
        folder.file("compose.yaml", """
                services:
                  a: {extends: {file: base.yaml, service: b}, environment: {A: "1"}}
                  b: {extends: {file: base.yaml, service: b}, environment: {B: "1"}}
                  c: {extends: {file: base.yaml, service: c}}
                """).file("base.yaml", """
                        services:
                          b: {image: x, environment: {BASE: "1"}}
                          c: {extends: b, environment: {C: "1"}}
                        """);

        assertThat(folder.service("a").environment()).isEqualTo(Map.of("BASE", "1", "A", "1"));
        assertThat(folder.service("b").environment()).isEqualTo(Map.of("BASE", "1", "B", "1"));
        assertThat(folder.service("c").environment()).isEqualTo(Map.of("BASE", "1", "C", "1"));
    }

    @Test
    void startsFromTheProjectDirectoryInEveryFile() {
        folder.file("compose.yaml", "services: {a: {image: x}}")
                .file("sub/more.yaml", "services: {a: {extends: {file: base.yaml, service: b}}}")
                .file("base.yaml", "services: {b: {build: ./b}}");

        Service a = ProjectFolder.service(
                folder.load(options -> options.files(List.of("compose.yaml", "sub/more.yaml"))), "a");

        assertThat(context(a)).isEqualTo(folder.path("b").toString());
    }

    @Test
    void seesTheBaseAsItIsInTheSameFileOnly() {
        folder.file("compose.yaml", "services: {base: {image: one}, a: {extends: base}}")
                .file("compose.override.yaml", "services: {base: {image: two}}");

        assertThat(folder.service("base").image()).isEqualTo("two");
        assertThat(folder.service("a").image()).isEqualTo("one");
    }

    @Test
    void extendsIncludedServices() {
        folder.file("compose.yaml", """
                include: [sub/compose.yaml]
                services: {a: {extends: base, environment: {A: "1"}}}
                """)
                .file("sub/compose.yaml", "services: {base: {build: ./b, environment: {BASE: \"1\"}}}");

        assertThat(context(folder.service("a"))).isEqualTo(folder.path("sub/b").toString());
        assertThat(folder.service("a").environment()).isEqualTo(Map.of("A", "1", "BASE", "1"));
    }

    @Test
    void leavesPathsRelativeWhenAskedTo() {
        folder.file("compose.yaml", "services: {a: {extends: {file: sub/base.yaml, service: b}}}")
                .file("sub/base.yaml", "services: {b: {build: ./b, env_file: [../x.env]}}");

        Service a = ProjectFolder.service(
                folder.load(options -> options.resolvePaths(false).resolveEnvironment(false)), "a");

        assertThat(context(a)).isEqualTo("sub/b");
        assertThat(a.envFile()).extracting(file -> file.path()).containsExactly("x.env");
    }

    @Test
    void ignoresIncludesAndUnusedServicesOfABaseFile() {
        folder.file("compose.yaml", "services: {a: {extends: {file: base.yaml, service: b}}}")
                .file("base.yaml", """
                        include: [missing.yaml]
                        services:
                          b: {image: x}
                          c: {unknown: y}
                        """);

        assertThat(folder.service("a").image()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {ports: !reset [], command: !reset null, environment: {A: !reset null}} | 0 | false | B
            {ports: !override ["90:90"], environment: !override {C: "1"}}           | 1 | true  | C
            {ports: ["90:90"], environment: {A: "2"}}                               | 2 | true  | A,B
            {environment: !override {D: "1"}, command: !override [x]}               | 1 | true  | D
            """)
    void resetsAndOverridesWhatTheBaseHas(String service, int ports, boolean command, String variables) {
        for (String base : List.of(
                "extends: base",
                "extends: {file: base.yaml, service: base}",
                "extends: {file: base.yaml, service: far}")) {
            String attributes = "{" + base + ", " + service.substring(1);
            folder.file("compose.yaml", """
                            services:
                              a: %s
                              base: {image: x, command: [run], ports: ["80:80"], environment: {A: "1", B: "1"}}
                            """.formatted(attributes)).file("base.yaml", """
                            services:
                              base: {image: x, command: [run], ports: ["80:80"], environment: {A: "1", B: "1"}}
                              far: {extends: base}
                            """);

            Service a = folder.service("a");

            assertThat(a.ports()).as(attributes).hasSize(ports);
            assertThat(a.command() != null && !a.command().isEmpty())
                    .as(attributes)
                    .isEqualTo(command);
            assertThat(a.environment().keySet()).as(attributes).containsExactlyInAnyOrder(variables.split(","));
        }
    }

    @Test
    void resetsBelowABaseInAnotherFile() {
        folder.file("compose.yaml", "services: {a: {extends: {file: base.yaml, service: b}}}")
                .file("base.yaml", """
                        services:
                          b: {extends: c, ports: !reset [], environment: !override [B=1]}
                          c: {image: x, ports: ["80:80"], environment: [C=1]}
                        """);

        assertThat(folder.service("a").ports()).isEmpty();
        assertThat(folder.service("a").environment()).isEqualTo(Map.of("B", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {extends: b}                                   | services.a.extends: no service 'b' in compose.yaml
            {extends: {service: b}}                        | services.a.extends: no service 'b' in compose.yaml
            {extends: {service: aa, file: base.yaml}}      | services.a.extends: no service 'aa' in base.yaml; did you mean 'a'?
            {extends: {service: a, file: gone.yaml}}       | services.a.extends: no such file: gone.yaml
            {extends: {service: a, file: empty.yaml}}      | services.a.extends: empty.yaml has no services
            {extends: {service: a, file: 3}}               | services.a.extends.file: must be a string, not a number
            {extends: {file: base.yaml}}                   | services.a.extends
            {extends: [a]}                                 | services.a.extends
            {extends: }                                    | services.a.extends
            {extends: a}                                   | services extend each other in a circle: a (compose.yaml) -> a (compose.yaml)
            {extends: {service: b, file: circle.yaml}}     | services extend each other in a circle
            """)
    void refusesBasesThatAreNotThere(String service, String message) {
        folder.file("compose.yaml", "services:\n  a: " + service + "\n")
                .file("base.yaml", "services: {a: {image: x}}")
                .file("empty.yaml", "volumes: {}")
                .file("circle.yaml", "services: {b: {extends: {service: a, file: compose.yaml}}}");

        assertThat(folder.refusal()).startsWith("compose.yaml:2:").contains(message);
    }

    @Test
    void extendsTheServiceOfTheSameNameInAnotherFile() {
        folder.file("compose.yaml", "services: {a: {extends: {service: a, file: base.yaml}}}")
                .file("base.yaml", "services: {a: {extends: {service: a, file: more.yaml}, image: x}}")
                .file("more.yaml", "services: {a: {command: [run]}}");

        assertThat(folder.service("a").image()).isEqualTo("x");
        assertThat(folder.service("a").command()).containsExactly("run");
    }
}
