package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pushes to the registry that {@code scripts/images} starts. */
@RequiresEngine
@Timeout(120)
class PushIT {
    private static final String REGISTRY = "127.0.0.1:5000/";

    private final Recorded recorded = new Recorded();
    private final Compose compose =
            Compose.connect(ConnectOptions.builder().listener(recorded).build());
    private final List<String> tags = new ArrayList<>();

    @AfterEach
    void close(Engine engine) {
        compose.close();
        for (String tag : tags) {
            if (engine.images().find(tag).isPresent()) {
                engine.images().remove(tag, true);
            }
        }
    }

    private String tagged(Engine engine, EngineScope scope, String suffix) {
        String name = REGISTRY + "push/" + scope.name(suffix);
        engine.images().tag(EngineScope.BUSYBOX, name + ":latest");
        tags.add(name);
        return name;
    }

    private static ServiceBuilder built(String image, String... tags) {
        return Service.builder()
                .image(image)
                .buildSpec(Build.builder().context(".").tags(List.of(tags)).build());
    }

    private static Project project(EngineScope scope, Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        return Project.builder().name(scope.project("p")).services(built).build();
    }

    @Test
    void pushesEachImageAndTagOnce(EngineScope scope, Engine engine) {
        String image = tagged(engine, scope, "web");
        String tag = tagged(engine, scope, "tag");
        Project project = project(
                scope,
                Map.of(
                        "web", built(image, tag),
                        "worker", built(image + ":latest"),
                        "db", Service.builder().image("postgres"),
                        "unnamed",
                                Service.builder()
                                        .buildSpec(Build.builder().context(".").build())));

        compose.push(project, PushOptions.defaults());

        List<String> progress = recorded.progress();
        assertThat(progress)
                .contains("Image " + image + " Pushed", "Image " + tag + " Pushed", "db Skipped", "unnamed Skipped")
                .anyMatch(line -> line.matches("[0-9a-f]{12} (Pushed|Layer already exists|Mounted from .*)"));
        assertThat(progress.stream().filter(line -> line.startsWith("Image ") && line.endsWith(" Pushing")))
                .hasSize(2);
        assertThat(engine.images().digest(image, null)).startsWith("sha256:");
        assertThat(engine.images().digest(tag, null)).startsWith("sha256:");
    }

    @Test
    void pushesForNamedServicesAndThoseTheyDependOnIfAsked(EngineScope scope, Engine engine) {
        String web = tagged(engine, scope, "web");
        String db = tagged(engine, scope, "db");
        Dependency onDb = Dependency.builder()
                .condition(DependencyCondition.SERVICE_STARTED)
                .required(true)
                .build();
        Project project = project(scope, Map.of("web", built(web).dependsOn(Map.of("db", onDb)), "db", built(db)));
        PushOptions named =
                PushOptions.builder().services(List.of("web")).quiet(true).build();

        compose.push(project, named);
        assertThat(recorded.progress()).containsExactly("Image " + web + " Pushing", "Image " + web + " Pushed");

        compose.push(project, named.toBuilder().dependencies(true).build());
        assertThat(recorded.progress()).contains("Image " + db + " Pushed");
    }

    @Test
    void saysWhatIsMissingAndGoesOnOnlyIfTold(EngineScope scope, Engine engine) {
        String missing = REGISTRY + "push/" + scope.name("missing");
        String there = tagged(engine, scope, "there");
        Project project = project(scope, Map.of("a", built(missing), "b", built(there)));

        assertThatThrownBy(() -> compose.push(project, PushOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("cannot push image " + missing + " of service a: ")
                .hasMessageEndingWith("; build it first");
        recorded.progress();

        compose.push(project, PushOptions.builder().ignoreFailures(true).build());
        assertThat(recorded.progress()).contains("Image " + missing + " Skipped", "Image " + there + " Pushed");
    }

    @Test
    void refusesServicesThatAreNotThere(EngineScope scope) {
        Project project = project(scope, Map.of("a", built("x")));

        assertThatThrownBy(() -> compose.push(
                        project, PushOptions.builder().services(List.of("b")).build()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("no such service: b");
    }
}
