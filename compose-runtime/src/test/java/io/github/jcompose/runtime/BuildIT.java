package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.BuildBuilder;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@RequiresEngine
@Timeout(120)
class BuildIT {
    private static final UpOptions CREATE = UpOptions.builder().noStart(true).build();

    @TempDir
    Path folder;

    private final Recorded recorded = new Recorded();
    private Compose compose = Compose.connect();

    @BeforeEach
    void connect(EngineScope scope) {
        scope.pull(EngineScope.BUSYBOX);
        compose.close();
        compose = Compose.connect(ConnectOptions.builder().listener(recorded).build());
    }

    @AfterEach
    void close() {
        compose.close();
    }

    private Project project(String name, Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        return Project.builder().name(name).workingDir(folder).services(built).build();
    }

    private static ServiceBuilder built(BuildBuilder build) {
        return Service.builder()
                .buildSpec(build.build())
                .command(List.of("sleep", "1000"))
                .stopGracePeriod(Duration.ZERO);
    }

    /** The label makes the layers of a build that fails removable. */
    private static BuildBuilder inline(EngineScope scope, String... lines) {
        StringBuilder text = new StringBuilder("FROM " + EngineScope.BUSYBOX + "\n");
        scope.labels().forEach((name, value) -> text.append("LABEL " + name + "=" + value + "\n"));
        return Build.builder().dockerfileInline(text + String.join("\n", lines) + "\n");
    }

    private static ImageDetails image(Engine engine, String name) {
        return engine.images().find(name).orElseThrow();
    }

    @Test
    void buildsWithArgumentsTargetLabelsAndTags(EngineScope scope, Engine engine) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM busybox:1.36 AS first
                ARG WHO=nobody
                RUN test "$WHO" = me && grep -q 10.9.8.7 /etc/hosts
                ENV WHO=$WHO
                FROM first AS second
                RUN false
                """);
        Project project = project(
                scope.project("a"),
                Map.of(
                        "web",
                        built(Build.builder()
                                .args(Map.of("WHO", "me"))
                                .target("first")
                                .extraHosts(ExtraHosts.of("there", "10.9.8.7"))
                                .labels(Map.of("mine", "x"))
                                .tags(List.of(scope.name("other") + ":7")))));

        List<String> images = compose.build(project, BuildOptions.defaults());

        String name = project.name() + "-web";
        assertThat(images).containsExactly(name);
        ImageDetails image = image(engine, name);
        assertThat(image.tags()).containsExactlyInAnyOrder(name + ":latest", scope.name("other") + ":7");
        assertThat(image.labels())
                .containsEntry("mine", "x")
                .containsEntry("com.docker.compose.project", project.name())
                .containsEntry("com.docker.compose.service", "web");
        assertThat(image.config().strings("Env")).contains("WHO=me");
        assertThat(recorded.steps())
                .anyMatch(
                        step -> step.name().equals("[first 2/2] RUN test \"me\" = me && grep -q 10.9.8.7 /etc/hosts"));
        assertThat(recorded.progress()).contains("Image " + name + " Building", "Image " + name + " Built");
    }

    @Test
    void upBuildsWhatIsMissingAndAgainOnlyWhenAsked(EngineScope scope, Engine engine) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one");
        Project project = project(scope.project("b"), Map.of("web", built(inline(scope, "COPY a.txt /a.txt"))));
        String name = project.name() + "-web";

        compose.up(project, CREATE);
        String first = image(engine, name).id();
        Files.writeString(folder.resolve("a.txt"), "two");
        recorded.progress();
        compose.up(project, CREATE);

        assertThat(image(engine, name).id()).isEqualTo(first);
        assertThat(recorded.progress()).noneMatch(line -> line.startsWith("Image"));

        compose.up(project, CREATE.toBuilder().buildMode(BuildMode.ALWAYS).build());

        assertThat(image(engine, name).id()).isNotEqualTo(first);
        assertThat(recorded.progress()).contains("Image " + name + " Built", "Container " + name + "-1 Recreated");
        engine.images().remove(first, true);
    }

    @Test
    void doesNotBuildWhenToldNotTo(EngineScope scope, Engine engine) {
        Project project = project(scope.project("c"), Map.of("web", built(inline(scope))));

        assertThatThrownBy(() -> compose.up(
                        project, CREATE.toBuilder().buildMode(BuildMode.NEVER).build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining(project.name() + "-web");
        assertThat(engine.images().find(project.name() + "-web")).isEmpty();
    }

    @Test
    void tellsTheStepThatFailedAndItsOutput(EngineScope scope) {
        Project project = project(
                scope.project("d"),
                Map.of("web", built(inline(scope, "RUN echo first", "RUN echo Schade; echo nicht >&2; exit 3"))));

        assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageMatching("(?s)services.web.build: cannot build image " + project.name()
                        + "-web: Dockerfile, line 4: \\[3/3] RUN echo Schade; echo nicht >&2; exit 3 failed: .*"
                        + "\nThe last lines of its output:\n  (Schade\n  nicht|nicht\n  Schade)");
        assertThat(recorded.progress()).contains("Image " + project.name() + "-web Error");
    }

    @Test
    void tellsWhatIsWrongWithADockerfile(EngineScope scope) {
        Project project = project(scope.project("e"), Map.of("web", built(inline(scope, "FETCH x"))));

        assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.web.build: cannot build image ")
                .hasMessageContaining("FETCH");
    }

    @Test
    void refusesWhatTheBuilderCannotDoBeforeItBuildsAnything(EngineScope scope, Engine engine) {
        Project project = project(
                scope.project("f"),
                Map.of("a", built(inline(scope)), "b", built(inline(scope).network("mine"))));

        assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.b.build.network: BuildKit builds on no network");
        assertThat(engine.images().find(project.name() + "-a")).isEmpty();
    }

    @Test
    void streamsALargeContextAndLeavesOutWhatIsIgnored(EngineScope scope) throws IOException {
        try (RandomAccessFile big = new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            big.setLength(50L << 20);
        }
        Files.writeString(folder.resolve("secret"), "");
        Files.writeString(folder.resolve(".dockerignore"), "secret\n");
        Project project = project(
                scope.project("g"),
                Map.of(
                        "web",
                        built(inline(
                                scope,
                                "COPY . /all",
                                "RUN ls -A /all; stat -c %s /all/big; test $(ls -A /all | wc -l) = 2"))));

        compose.build(project, BuildOptions.builder().noCache(true).build());

        assertThat(recorded.buildOutput()).contains("52428800").doesNotContain("secret");
    }

    @Test
    void buildsAnImageOnceForAllItsServices(EngineScope scope) {
        BuildBuilder build = inline(scope, "RUN echo hello");
        String image = scope.name("shared");
        Project project = project(
                scope.project("h"),
                Map.of("a", built(build).image(image), "b", built(build).image(image)));

        assertThat(compose.build(project, BuildOptions.builder().noCache(true).build()))
                .containsExactly(image);
        assertThat(recorded.buildOutput().stream().filter(line -> line.equals("hello")))
                .hasSize(1);
    }

    @Test
    void startsWhatItBuilt(EngineScope scope, Engine engine) {
        Project project = project(scope.project("i"), Map.of("web", built(inline(scope, "ENV A=b"))));

        compose.up(project, UpOptions.defaults());

        ContainerInfo container = compose.ps(project, PsOptions.defaults()).get(0);
        assertThat(engine.containers().inspect(container.id()).raw().string("Image"))
                .isEqualTo(image(engine, project.name() + "-web").id());
    }
}
