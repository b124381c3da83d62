package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that mount images; only engines from 28 on can, so a pretended one stands for them. */
class ImageVolumesTest {
    private final RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 48));
    private final Workers workers = new Workers(0);
    private final Compose compose =
            new EngineCompose(new Connection(engine, workers, new Events(event -> {}), Map.of(), Clock.systemUTC()));

    @AfterEach
    void close() {
        workers.close();
    }

    private static Mount image(String source, String target) {
        return Mount.builder().type(Mount.IMAGE).source(source).target(target).build();
    }

    private static Project project(Map<String, Service> services) {
        return Project.builder().name("shop").services(services).build();
    }

    private void put(String name, String id) {
        engine.addImage(name, Map.of("Id", id, "RepoTags", List.of(name)));
    }

    private ContainerDetails container(String service) {
        ContainerSummary found = engine.containers()
                .list(Filters.label(Labels.SERVICE, service), true)
                .get(0);
        return engine.containers().find(found.id()).orElseThrow();
    }

    @Test
    void areWrittenToALabelInTheOrderOfTheirPlaces() {
        put("app:1", "sha256:app");
        put("pages:1", "sha256:pages");
        put("fonts:1", "sha256:fonts");
        Project project = project(Map.of(
                "web",
                Service.builder()
                        .image("app:1")
                        .volumes(List.of(image("pages:1", "/pages"), image("fonts:1", "/fonts")))
                        .build()));

        compose.up(project, UpOptions.defaults());

        assertThat(container("web").labels())
                .containsEntry(Labels.IMAGE_VOLUME_DIGEST, "/fonts=sha256:fonts,/pages=sha256:pages");
        assertThat(compose.plan(project, UpOptions.defaults()).toTree()).isEqualTo("Nothing to do.");

        put("pages:1", "sha256:other");
        assertThat(compose.plan(project, UpOptions.defaults()).toTree()).contains("image of a volume changed");
        compose.up(project, UpOptions.defaults());
        assertThat(container("web").labels())
                .containsEntry(Labels.IMAGE_VOLUME_DIGEST, "/fonts=sha256:fonts,/pages=sha256:other");
    }

    @Test
    void mayNameAServiceWhoseImageIsMeant() {
        put("app:1", "sha256:app");
        put("shop-pages", "sha256:pages");
        Service pages = Service.builder()
                .buildSpec(Build.builder().context(".").build())
                .build();
        Project project = project(Map.of(
                "pages",
                pages,
                "web",
                Service.builder()
                        .image("app:1")
                        .volumes(List.of(image("pages", "/pages")))
                        .build()));

        compose.up(project, UpOptions.defaults());

        assertThat(engine.calls()).noneMatch(call -> call.startsWith("pull "));
        ContainerDetails web = container("web");
        assertThat(web.labels()).containsEntry(Labels.IMAGE_VOLUME_DIGEST, "/pages=sha256:pages");
        assertThat(web.raw().object("HostConfig").objects("Mounts"))
                .singleElement()
                .extracting((JsonObject mount) -> mount.string("Source"))
                .isEqualTo("shop-pages");
        assertThat(container("pages").labels()).doesNotContainKey(Labels.IMAGE_VOLUME_DIGEST);
        assertThat(compose.plan(project, UpOptions.defaults()).toTree()).isEqualTo("Nothing to do.");
    }
}
