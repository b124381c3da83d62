package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.testing.CountingEngine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often an engine is asked, whatever the size of the project. */
class CallBudgetTest {
    private final RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 41));
    private final CountingEngine counting = new CountingEngine(engine);
    private final Workers workers = new Workers(0);
    private final Compose compose = new EngineCompose(
            new Connection(counting.engine(), workers, new Events(event -> {}), Map.of(), Clock.systemUTC()));

    @AfterEach
    void close() {
        workers.close();
    }

    /** {@return a tree of services, each of an image of its own, with volumes and health checks} */
    private Project project(int size) {
        Map<String, Service> services = new LinkedHashMap<>();
        Map<String, Volume> volumes = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            engine.addImage("image-" + i);
            volumes.put("v" + i, Volume.builder().build());
            ServiceBuilder service = Service.builder()
                    .image("image-" + i)
                    .volumes(List.of(Mount.builder()
                            .type("volume")
                            .source("v" + i)
                            .target("/data")
                            .build()));
            if (i > 0) {
                service.dependsOn(Map.of("s" + (i - 1) / 2, Dependency.on(DependencyCondition.SERVICE_STARTED)));
            }
            services.put("s" + i, service.build());
        }
        return Project.builder()
                .name("shop")
                .services(services)
                .volumes(volumes)
                .build();
    }

    @Test
    void isSmallWhenNothingIsToBeDone() {
        Project project = project(50);
        compose.up(project, UpOptions.defaults());
        counting.calls();

        compose.up(project, UpOptions.defaults());

        assertThat(counting.calls())
                .hasSizeLessThanOrEqualTo(8)
                .containsExactly("Images.list", "Containers.list", "Networks.list", "Volumes.list");
    }

    @Test
    void isSmallForAPlan() {
        Project project = project(50);
        compose.plan(project, UpOptions.defaults());
        assertThat(counting.calls()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void growsByTwoForEachContainerThatIsCreated() {
        Project small = project(10);
        compose.up(small, UpOptions.defaults());
        int ten = counting.calls().size();
        compose.down(small, DownOptions.builder().volumes(true).build());
        counting.calls();
        compose.up(project(20), UpOptions.defaults());
        // A volume, a creation and a start.
        assertThat(counting.calls().size() - ten).isEqualTo(30);
    }

    @Test
    void isOneForAListing() {
        compose.up(project(50), UpOptions.defaults());
        counting.calls();
        compose.ps("shop", PsOptions.defaults());
        assertThat(counting.calls()).containsExactly("Containers.list");
    }
}
