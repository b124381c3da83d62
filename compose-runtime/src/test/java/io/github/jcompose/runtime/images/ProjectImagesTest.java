package io.github.jcompose.runtime.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectImagesTest {
    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

    private final RecordingEngine engine = RecordingEngine.empty(ApiVersion.parse("1.41"));

    private void image(String name, Duration age) {
        engine.addImage(
                name,
                Map.of(
                        "Id",
                        "sha256:" + name,
                        "RepoTags",
                        List.of(name),
                        "Metadata",
                        Map.of("LastTagTime", NOW.minus(age).toString())));
    }

    private List<String> pulls(Map<String, Service> services, @Nullable String policy) {
        Project project = Project.builder().name("p").services(services).build();
        try (Workers workers = new Workers(0)) {
            new ProjectImages(engine, workers, new Events(event -> {}), Clock.fixed(NOW, ZoneOffset.UTC))
                    .prepare(new ImageRequest(project, policy, true, image -> null));
        }
        return engine.calls();
    }

    private static Service service(String image, @Nullable String policy) {
        return Service.builder().image(image).pullPolicy(policy).build();
    }

    @ParameterizedTest
    @CsvSource({
        "always, 1, true",
        "missing, 400, false",
        "if_not_present, 400, false",
        "refresh, 400, false",
        "never, 400, false",
        "build, 400, false",
        "daily, 23, false",
        "daily, 25, true",
        "weekly, 167, false",
        "weekly, 169, true",
        "every_12h, 11, false",
        "every_12h, 13, true",
        "every_1d12h, 35, false",
        "every_1d12h, 37, true",
        "every_1w, 169, true"
    })
    void pullsAnImageThatIsThereWhenThePolicySaysSo(String policy, int hours, boolean pulled) {
        image("web:1", Duration.ofHours(hours));

        assertThat(pulls(Map.of("web", service("web:1", policy)), null))
                .isEqualTo(pulled ? List.of("pull image web:1") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"always, true", "missing, true", "daily, true", "every_5m, true", "never, false", "build, false"})
    void pullsWhatIsMissingUnlessItMayNot(String policy, boolean pulled) {
        assertThat(pulls(Map.of("web", service("web:1", policy)), null))
                .isEqualTo(pulled ? List.of("pull image web:1") : List.of());
    }

    @Test
    void pullsAnImageOnceForAllItsServices() {

        assertThat(pulls(
                        Map.of("a", service("web:1", null), "b", service("web:1", null), "c", service("db", null)),
                        null))
                .containsExactlyInAnyOrder("pull image db", "pull image web:1");
    }

    @Test
    void letsThePolicyOfTheCallWin() {
        image("web:1", Duration.ofDays(30));

        assertThat(pulls(Map.of("web", service("web:1", "never")), "always")).containsExactly("pull image web:1");
    }

    @Test
    void saysWhatAPolicyMayBe() {
        assertThatThrownBy(() -> pulls(Map.of("web", service("web:1", "sometimes")), null))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.web: invalid pull policy 'sometimes'; expected always, missing,");
    }
}
