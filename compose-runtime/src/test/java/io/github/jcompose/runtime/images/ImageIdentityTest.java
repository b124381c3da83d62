package io.github.jcompose.runtime.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIdentityTest {
    private static final String TWO = """
            {"Id": "sha256:index", "Manifests": [
              {"ID": "sha256:amd", "Kind": "image", "Available": true, "Descriptor": {"digest": "sha256:amd"},
               "ImageData": {"Platform": {"os": "linux", "architecture": "amd64"}}},
              {"ID": "sha256:arm", "Kind": "image", "Available": %s, "Descriptor": {"digest": "sha256:arm"},
               "ImageData": {"Platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}}},
              {"ID": "sha256:att", "Kind": "attestation", "Available": true}]}
            """;

    private static JsonObject image(String json) {
        return JsonObject.of(Json.parse(json));
    }

    @Test
    void isTheManifestOfThePlatform() {
        JsonObject image = image(TWO.formatted(true));
        assertThat(ImageIdentity.of(image, "linux/arm64", true)).isEqualTo("sha256:arm");
        assertThat(ImageIdentity.of(image, "linux/amd64", false)).isEqualTo("sha256:amd");
    }

    @Test
    void isTheOnlyManifestThatIsThere() {
        JsonObject image = image(TWO.formatted(false));
        assertThat(ImageIdentity.of(image, "linux/s390x", false)).isEqualTo("sha256:amd");
    }

    @Test
    void isNoneIfTheImageIsThereForOtherPlatformsOnly() {
        assertThat(ImageIdentity.of(image(TWO.formatted(true)), "linux/s390x", true))
                .isNull();
        assertThat(ImageIdentity.of(
                        image("{\"Id\": \"sha256:a\", \"Os\": \"linux\", \"Architecture\": \"amd64\"}"),
                        "linux/arm64",
                        true))
                .isNull();
    }

    @Test
    void isTheIdOnEnginesThatTellNoManifests() {
        assertThat(ImageIdentity.of(
                        image("{\"Id\": \"sha256:a\", \"Os\": \"linux\", \"Architecture\": \"amd64\"}"),
                        "linux/amd64",
                        true))
                .isEqualTo("sha256:a");
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux, amd64, '', true",
        "linux/x86_64, linux, amd64, '', true",
        "linux/arm64, linux, arm64, v8, true",
        "linux/arm64/v8, linux, arm64, '', true",
        "linux/arm64/v8, linux, arm64, v8, true",
        "linux/arm/v7, linux, arm, v7, true",
        "linux/arm/v7, linux, arm, v6, false",
        "linux/arm/7, linux, arm, v7, true",
        "linux/aarch64, linux, arm64, v8, true",
        "windows/amd64, linux, amd64, '', false",
        "linux/arm64, linux, amd64, '', false"
    })
    void comparesPlatforms(String platform, String os, String architecture, String variant, boolean same) {
        assertThat(ImageIdentity.matches(platform, os, architecture, variant)).isEqualTo(same);
    }

    @Test
    void pullsAnImageThatIsThereForAnotherPlatformOnly() {
        RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 41));
        engine.addImage("busybox");
        assertThatThrownBy(() -> prepare(engine, null))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("image busybox is there for linux/amd64 only, and platform: linux/arm64");
        assertThat(engine.calls()).containsExactly("pull image busybox");
    }

    @Test
    void saysSoIfItMayNotBePulled() {
        RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 41));
        engine.addImage("busybox");
        assertThatThrownBy(() -> prepare(engine, "never"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("asks for another");
        assertThat(engine.calls()).isEmpty();
    }

    private static Map<String, String> prepare(RecordingEngine engine, @Nullable String policy) {
        Project project = Project.builder()
                .name("shop")
                .services(Map.of(
                        "web",
                        Service.builder()
                                .image("busybox")
                                .platform("linux/arm64")
                                .command(List.of("true"))
                                .build()))
                .build();
        try (Workers workers = new Workers(0)) {
            return new ProjectImages(engine, workers, new Events(event -> {}), Clock.systemUTC())
                    .prepare(new ImageRequest(project, policy, false, image -> null));
        }
    }
}
