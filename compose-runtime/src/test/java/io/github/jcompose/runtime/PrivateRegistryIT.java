package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.PrivateRegistry;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@RequiresEngine
@Timeout(180)
@SuppressWarnings("NullAway.Init")
class PrivateRegistryIT {
    @AutoClose
    private static PrivateRegistry registry;

    @TempDir
    Path folder;

    private final Recorded recorded = new Recorded();

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws IOException {
        registry = PrivateRegistry.start(shared);
    }

    private Compose connect(Path dockerConfig, Map<String, String> variables) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.put("DOCKER_CONFIG", dockerConfig.toString());
        environment.put("PATH", dockerConfig + ":/bin");
        environment.putAll(variables);
        return Compose.connect(ConnectOptions.builder()
                .environment(environment)
                .listener(recorded)
                .build());
    }

    private Project project(EngineScope scope, String name, Map<String, Service> services) {
        return Project.builder()
                .name(scope.project(name))
                .workingDir(folder)
                .services(services)
                .build();
    }

    private static Service basedOn(String image) {
        return Service.builder()
                .buildSpec(Build.builder()
                        .dockerfileInline("FROM " + image + "\nRUN echo based\n")
                        .pull(true)
                        .build())
                .build();
    }

    /** Puts a base image into the registry that only who has the password can get. */
    private String baseImage(EngineScope scope, Engine engine) throws IOException {
        scope.pull(EngineScope.BUSYBOX);
        String name = registry.host() + "/private/" + scope.name("base") + ":1";
        Service service = Service.builder()
                .image(name)
                .buildSpec(Build.builder()
                        .dockerfileInline("FROM " + EngineScope.BUSYBOX + "\nENV A=" + scope.name("a") + "\n")
                        .build())
                .build();
        try (Compose compose = connect(registry.dockerConfig("right", PrivateRegistry.PASSWORD), Map.of())) {
            compose.build(
                    project(scope, "base", Map.of("base", service)),
                    BuildOptions.builder().push(true).build());
        }
        engine.images().remove(name, true);
        return name;
    }

    @Test
    void buildsOnAPrivateBaseImageAndNeverTellsThePassword(EngineScope scope, Engine engine) throws IOException {
        String base = baseImage(scope, engine);
        Project project = project(scope, "a", Map.of("web", basedOn(base)));

        try (Compose compose = connect(registry.dockerConfig("right", PrivateRegistry.PASSWORD), Map.of())) {
            assertThat(compose.build(project, BuildOptions.defaults())).hasSize(1);
            assertThat(compose.plan(project, UpOptions.defaults()).toString()).doesNotContain(registry.secrets());
        }
        try (Compose classic =
                connect(registry.dockerConfig("right", PrivateRegistry.PASSWORD), Map.of("DOCKER_BUILDKIT", "0"))) {
            assertThat(classic.build(project, BuildOptions.defaults())).hasSize(1);
        }
        assertThat(recorded.progress()).contains("Image " + project.name() + "-web Built");
        assertThat(recorded.everything()).doesNotContain(registry.secrets());
    }

    @Test
    void asksACredentialHelper(EngineScope scope, Engine engine) throws IOException {
        String base = baseImage(scope, engine);
        Project project = project(scope, "b", Map.of("web", basedOn(base)));

        try (Compose compose = connect(registry.helperConfig(), Map.of())) {
            assertThat(compose.build(project, BuildOptions.defaults())).hasSize(1);
        }
        assertThat(recorded.everything()).doesNotContain(registry.secrets());
    }

    @Test
    void tellsThatAPasswordIsWrongWithoutTellingIt(EngineScope scope, Engine engine) throws IOException {
        String base = baseImage(scope, engine);
        Project project = project(scope, "c", Map.of("web", basedOn(base)));
        String wrong = "wr0ng-pa55";

        try (Compose compose = connect(registry.dockerConfig("wrong", wrong), Map.of())) {
            assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageStartingWith("services.web.build: cannot build image " + project.name()
                            + "-web: Dockerfile, line 1: [internal] load metadata for " + base + " failed: ")
                    .hasMessageContaining("check the user and password")
                    .satisfies(e -> {
                        StringWriter text = new StringWriter();
                        e.printStackTrace(new PrintWriter(text));
                        assertThat(text.toString()).doesNotContain(wrong);
                    });
        }
        assertThat(recorded.everything()).doesNotContain(wrong);
    }

    @Test
    void buildsPushesRemovesAndUpPulls(EngineScope scope, Engine engine) throws IOException {
        scope.pull(EngineScope.BUSYBOX);
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM busybox:1.36 AS build
                RUN echo made > /made
                FROM busybox:1.36 AS web
                COPY --from=build /made /web
                FROM web AS worker
                RUN mv /web /worker
                """);
        Map<String, Service> services = new LinkedHashMap<>();
        for (String key : List.of("web", "worker")) {
            services.put(
                    key,
                    Service.builder()
                            .image(registry.host() + "/" + scope.name(key) + ":1")
                            .buildSpec(Build.builder()
                                    .target(key)
                                    .tags(List.of(registry.host() + "/" + scope.name(key) + ":latest"))
                                    .build())
                            .command(List.of("cat", "/" + key))
                            .stopGracePeriod(Duration.ZERO)
                            .build());
        }
        Project project = project(scope, "d", services);
        List<String> names = services.values().stream()
                .map(service -> String.valueOf(service.image()))
                .sorted()
                .toList();
        try (Compose compose = connect(registry.dockerConfig("right", PrivateRegistry.PASSWORD), Map.of())) {
            assertThat(compose.build(project, BuildOptions.builder().push(true).build()))
                    .isEqualTo(names);
            for (String name : names) {
                engine.images().remove(name.substring(0, name.length() - 2) + ":latest", true);
                engine.images().remove(name, true);
                assertThat(engine.images().find(name)).isEmpty();
            }
            recorded.progress();

            compose.up(project, UpOptions.defaults());

            assertThat(recorded.progress())
                    .contains("Image " + names.get(0) + " Pulled", "Image " + names.get(1) + " Pulled")
                    .noneMatch(line -> line.contains("Building"));
            names.forEach(name -> engine.images().remove(name, true));
        }
    }
}
