package io.github.jcompose.runtime.build.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.model.Ulimit;
import io.github.jcompose.runtime.build.context.BaseImages;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.build.task.Tasks;
import io.github.jcompose.runtime.engine.auth.Credential;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassicRequestTest {
    private static final String WHY = "DOCKER_BUILDKIT=0 asks for the classic builder";

    private static BuildTask task(Build build) {
        return Tasks.of(build, Path.of("."));
    }

    @Test
    void passesEveryAttributeThatTheEngineKnows() {
        Build build = Build.builder()
                .args(Map.of("A", "1", "B", "2"))
                .target("run")
                .labels(Map.of("mine", "x"))
                .tags(List.of("shop-web:1", "shop-web"))
                .network("host")
                .extraHosts(ExtraHosts.of("db", "10.0.0.1", "::1"))
                .shmSize(ByteSize.parse("64m"))
                .cacheFrom(List.of("shop:cache", "type=registry,ref=shop:other", "type=gha"))
                .platforms(List.of("linux/arm64"))
                .ulimits(Map.of("nofile", Ulimit.of(10, 20)))
                .isolation("default")
                .pull(true)
                .build();

        List<String> query = ClassicRequest.of(task(build), "Dockerfile").query();

        assertThat(String.join(" ", query))
                .contains("version 1 t shop-web t shop-web:1 extrahosts db:10.0.0.1 extrahosts db:::1 rm 1 forcerm 1")
                .contains("pull 1")
                .contains("buildargs {\"A\":\"1\",\"B\":\"2\"}")
                .contains("labels {\"mine\":\"x\"}")
                .contains("target run networkmode host isolation default platform linux/arm64 shmsize 67108864")
                .contains("cachefrom [\"shop:cache\",\"shop:other\"]")
                .contains("ulimits [{\"Name\":\"nofile\",\"Hard\":20,\"Soft\":10}]")
                .endsWith("dockerfile Dockerfile")
                .doesNotContain("nocache");
    }

    @Test
    void letsTheEngineGetARemoteContext() {
        Build build = Build.builder()
                .context("https://example.com/app.git#main:web")
                .dockerfile("Dockerfile.web")
                .build();

        assertThat(task(build).isRemote()).isTrue();
        assertThat(ClassicRequest.remote(task(build)).query())
                .containsSequence("remote", "https://example.com/app.git#main:web", "dockerfile", "Dockerfile.web");
    }

    @Test
    void refusesAllAtOnceWhatNeedsBuildKit() {
        Build build = Build.builder()
                .additionalContexts(Map.of("base", "service:base"))
                .ssh(List.of(new SshKey("default", null)))
                .secrets(List.of(FileReference.builder().source("token").build()))
                .platforms(List.of("linux/amd64", "linux/arm64"))
                .privileged(true)
                .entitlements(List.of("network.host"))
                .build();

        assertThatThrownBy(() -> ClassicLimits.check(task(build), WHY))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.web.build: additional_contexts, ssh, secrets, more than one of"
                        + " platforms, privileged, entitlements need BuildKit, and " + WHY);
    }

    @Test
    void warnsOfWhatDoesNotChangeTheImage() {
        Build build = Build.builder()
                .cacheTo(List.of("type=inline"))
                .cacheFrom(List.of("type=gha"))
                .noCacheFilter(List.of("test"))
                .provenance("false")
                .sbom("true")
                .build();

        assertThat(ClassicLimits.check(task(build), WHY))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith("services.web.build."))
                .noneMatch(line -> line.contains("provenance"));
        assertThat(ClassicLimits.check(task(Build.builder().build()), WHY)).isEmpty();
    }

    @Test
    void looksForCredentialsOnlyWhereTheDockerfilePulls() {
        String dockerfile = """
                ARG REGISTRY=unused.example.com
                FROM --platform=linux/amd64 ${REGISTRY}/base:1 AS base
                FROM ghcr.io/acme/tool@sha256:00
                COPY --from=quay.io/x/y:1 /a /b
                """;

        assertThat(BaseImages.registries(dockerfile, Map.of("REGISTRY", "r.example.com:5000")))
                .containsExactly("docker.io", "ghcr.io", "quay.io", "r.example.com:5000");
    }

    @Test
    void putsTheCredentialsOfAllRegistriesIntoOneHeader() {
        String header = RegistryConfig.header(
                List.of("docker.io", "ghcr.io", "quay.io"),
                r -> r.equals("quay.io") ? Optional.empty() : Optional.of(new Credential(r, "u", "", "", "")));

        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .isEqualTo("{\"docker.io\":{\"username\":\"u\",\"serveraddress\":\"docker.io\"},"
                        + "\"ghcr.io\":{\"username\":\"u\",\"serveraddress\":\"ghcr.io\"}}");
        assertThat(RegistryConfig.header(List.of("quay.io"), r -> Optional.empty()))
                .isNull();
    }
}
