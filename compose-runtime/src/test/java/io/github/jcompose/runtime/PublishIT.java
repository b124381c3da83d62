package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.loader.remote.PublishFormat;
import io.github.jcompose.loader.remote.RemoteAccess;
import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Publishes to the registry that {@code scripts/images} starts. */
@RequiresEngine
@Timeout(120)
class PublishIT {
    private static final String REGISTRY =
            "127.0.0.1:" + System.getenv().getOrDefault("JCOMPOSE_REGISTRY_PORT", "5000") + "/";

    private final Recorded recorded = new Recorded();
    private final Compose compose =
            Compose.connect(ConnectOptions.builder().listener(recorded).build());
    private final List<String> tags = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close(Engine engine) {
        compose.close();
        tags.stream()
                .filter(tag -> engine.images().find(tag).isPresent())
                .forEach(tag -> engine.images().remove(tag, true));
    }

    private String tagged(Engine engine, EngineScope scope) {
        scope.pull(EngineScope.BUSYBOX);
        String name = REGISTRY + "push/" + scope.name("web");
        engine.images().tag(EngineScope.BUSYBOX, name + ":latest");
        tags.add(name);
        return name;
    }

    @Test
    void pushesImagesThenPublishesWhatRunsTheSameImagesLater(EngineScope scope, Engine engine) throws IOException {
        String image = tagged(engine, scope);
        String name = REGISTRY + "jcompose-test/" + scope.name("app") + ":1";
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  web: {image: "%s", build: ".", env_file: a.env}
                """.formatted(image));
        Files.writeString(folder.resolve("a.env"), "A=1\n");
        Publication publication =
                ComposeLoader.builder().workingDirectory(folder).build().publication(true);
        RemoteAccess registry = RemoteAccess.builder(folder.resolve("cache")).build();
        PublishOptions options = PublishOptions.builder(name)
                .resolveImageDigests(true)
                .quiet(true)
                .build();

        String reference = compose.publish(
                publication.project(),
                options,
                images -> registry.publish(name, publication.withImages(images).files(), PublishFormat.USUAL));

        assertThat(recorded.progress())
                .containsExactly(
                        "Image " + image + " Pushing",
                        "Image " + image + " Pushed",
                        name + " publishing",
                        name + " published");
        Project loaded = ComposeLoader.builder()
                .workingDirectory(folder)
                .files(List.of(reference))
                .remote(registry)
                .build()
                .load();
        Service web = loaded.services().getOrDefault("web", Service.builder().build());
        assertThat(web.image()).isEqualTo(image + "@" + engine.images().digest(image, null));
        assertThat(web.environment()).containsEntry("A", "1");
    }

    @Test
    void warnsOfImagesThatCannotBePushedAndDoesNothingInADryRun(EngineScope scope) {
        String image = REGISTRY + "push/" + scope.name("missing");
        Project project = Project.builder()
                .name(scope.project("p"))
                .services(Map.of(
                        "web",
                        Service.builder()
                                .image(image)
                                .buildSpec(Build.builder().context(".").build())
                                .build()))
                .build();

        assertThat(compose.publish(project, PublishOptions.builder("a/b").build(), any -> "done"))
                .isEqualTo("done");
        assertThat(recorded.progress())
                .containsExactly(
                        "Image " + image + " Pushing",
                        "Image " + image + " Skipped",
                        "a/b publishing",
                        "a/b published");

        Compose dry = compose.dryRun(project.name());
        assertThat(dry.publish(project, PublishOptions.builder("a/b").build(), any -> {
                    throw new AssertionError("published in a dry run");
                }))
                .isEqualTo("a/b");
    }

    @Test
    void refusesServicesWithoutAnImageName(EngineScope scope) {
        Project project = Project.builder()
                .name(scope.project("p"))
                .services(Map.of("web", Service.builder().build()))
                .build();

        assertThatThrownBy(() ->
                        compose.publish(project, PublishOptions.builder("a/b").build(), any -> ""))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.web: cannot be published without an image name");
    }
}
