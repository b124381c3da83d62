package io.github.jcompose.runtime.build.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.Ulimit;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.build.task.Tasks;
import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitTest {
    private static final String DOCKERFILE = """
            # syntax=docker/dockerfile:1
            ARG BASE=busybox

            FROM $BASE AS build
            WORKDIR /src
            # a comment
            RUN make \\
              # another
              all
            COPY --from=x /a /b

            FROM scratch
            RUN <<EOF
            FROM here
            EOF
            COPY /b /c
            """;

    @TempDir
    Path folder;

    private static final RecordingEngine NEWER = RecordingEngine.empty(ApiVersion.parse("1.44"));

    /** An engine that is so new, with containerd's store. */
    private static Abilities newer() {
        return new Abilities(NEWER) {
            @Override
            synchronized boolean imageStore() {
                return true;
            }

            @Override
            String hostGateway() {
                return "172.17.0.1";
            }
        };
    }

    private static Optional<String> lines(String step) {
        return Instruction.ofStep(DOCKERFILE, step).map(found -> found.first() + "-" + found.last());
    }

    @Test
    void findsTheInstructionOfAStep() {
        assertThat(lines("[build 1/4] FROM docker.io/library/busybox")).contains("4-4");
        assertThat(lines("[build 2/4] WORKDIR /src")).contains("5-5");
        assertThat(lines("[build 3/4] RUN make all")).contains("7-9");
        assertThat(lines("[build 4/4] COPY --from=x /a /b")).contains("10-10");
        assertThat(lines("[stage-1 2/3] RUN <<EOF")).contains("13-15");
        assertThat(lines("[stage-1 3/3] COPY /b /c")).contains("16-16");
        assertThat(lines("[build 3/4] COPY x y")).as("of another kind").isEmpty();
        assertThat(lines("[2/2] RUN make")).as("of a Dockerfile with one stage").isEmpty();
        assertThat(lines("exporting to image")).isEmpty();
    }

    @Test
    void findsTheInstructionThatNamesAnImage() {
        assertThat(Instruction.ofStep(
                        "FROM a\nFROM --platform=linux/amd64 acme/b:2 AS x\n",
                        "[internal] load metadata for docker.io/acme/b:2"))
                .map(Instruction::first)
                .contains(2);
    }

    @Test
    void putsStagesBeforeTheFirstAndKnowsTheUsersLines() {
        DockerfileText text = DockerfileText.of("Dockerfile", DOCKERFILE).withStages(Map.of("docs", "img:1"));

        assertThat(text.sent()).contains("ARG BASE=busybox\n\nFROM img:1 AS docs\nFROM $BASE AS build\n");
        assertThat(text.line(2)).isEqualTo(2);
        assertThat(text.line(4)).isZero();
        assertThat(text.line(5)).isEqualTo(4);
        assertThat(text.hasStage("build")).isTrue();
        assertThat(text.hasStage("docs")).isFalse();
    }

    @Test
    void tellsTheFrontendEveryAttribute() {
        Build build = Build.builder()
                .args(Map.of("A", "1"))
                .labels(Map.of("mine", "x"))
                .target("run")
                .platforms(List.of("linux/amd64", "linux/arm64"))
                .noCacheFilter(List.of("build", "test"))
                .pull(true)
                .network("host")
                .extraHosts(new ExtraHosts(Map.of("db", List.of("10.0.0.1"), "up", List.of("host-gateway"))))
                .shmSize(ByteSize.parse("64m"))
                .ulimits(Map.of("nofile", Ulimit.of(10, 20)))
                .provenance("mode=max")
                .sbom("true")
                .privileged(true)
                .build();

        assertThat(Attributes.of(Tasks.of(build, folder), newer()))
                .isEqualTo(Map.ofEntries(
                        Map.entry("build-arg:A", "1"),
                        Map.entry("label:mine", "x"),
                        Map.entry("target", "run"),
                        Map.entry("platform", "linux/amd64,linux/arm64"),
                        Map.entry("no-cache", "build,test"),
                        Map.entry("image-resolve-mode", "pull"),
                        Map.entry("force-network-mode", "host"),
                        Map.entry("add-hosts", "db=10.0.0.1,up=172.17.0.1"),
                        Map.entry("shm-size", "67108864"),
                        Map.entry("ulimit", "nofile=10:20"),
                        Map.entry("attest:provenance", "mode=max"),
                        Map.entry("attest:sbom", "")));
        assertThat(Attributes.entitlements(build)).containsExactly("security.insecure", "network.host");
        assertThat(KitLimits.check(Tasks.of(build, folder), newer())).isEmpty();
    }

    @Test
    void leavesAdditionalContextsToANewEngine() throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM base\n");
        BuildTask task = Tasks.of(
                Build.builder()
                        .additionalContexts(Map.of(
                                "base", "docker-image://busybox",
                                "docs", "./docs",
                                "context", "docs",
                                "repo", "https://example.com/a.git#main"))
                        .build(),
                folder);
        Inputs inputs;
        try (NamedContexts contexts = new NamedContexts(NEWER, newer(), r -> Optional.empty())) {
            inputs = contexts.add(task, Inputs.of(task, newer()), (name, context) -> {
                throw new AssertionError("nothing is built for " + name);
            });
        }

        assertThat(inputs.attributes())
                .containsEntry("context:base", "docker-image://busybox")
                .containsEntry("context:docs", "local:docs")
                .containsEntry("context:context", "local:_context")
                .containsEntry("context:repo", "https://example.com/a.git#main")
                .containsEntry("filename", "Dockerfile");
        assertThat(inputs.sent()).containsOnlyKeys("context", "dockerfile", "docs", "_context");
    }

    @Test
    void sendsTheDockerfileAloneForARemoteContext() {
        Inputs inputs = Inputs.of(
                Tasks.of(
                        Build.builder()
                                .context("https://example.com/a.git")
                                .dockerfileInline("FROM x\n")
                                .build(),
                        folder),
                newer());

        assertThat(inputs.attributes())
                .isEqualTo(Map.of(
                        "context",
                        "https://example.com/a.git",
                        "dockerfilekey",
                        "dockerfile",
                        "filename",
                        "Dockerfile"));
        assertThat(inputs.sent()).containsOnlyKeys("dockerfile");
    }

    @Test
    void findsAFolderOfARepositoryForAnOldEngine() {
        Build build = Build.builder()
                .context("https://example.com/a.git#main:web/app")
                .dockerfile("Other")
                .build();
        Abilities older = new Abilities(RecordingEngine.empty(ApiVersion.parse("1.41")));

        assertThat(Inputs.of(Tasks.of(build, folder), older).attributes())
                .isEqualTo(Map.of(
                        "context", "https://example.com/a.git#main",
                        "contextsubdir", "web/app",
                        "filename", "web/app/Other"));
        assertThat(Inputs.of(Tasks.of(build, folder), newer()).attributes())
                .isEqualTo(Map.of("context", "https://example.com/a.git#main:web/app", "filename", "Other"));
    }

    @Test
    void readsThePlaceOfAnErrorThatANewEngineTells() {
        String source = "{\"info\":{\"filename\":\"Dockerfile\",\"data\":\""
                + Base64.getEncoder().encodeToString("FROM a\nRUN b\n".getBytes(StandardCharsets.UTF_8))
                + "\"},\"ranges\":[{\"start\":{\"line\":2},\"end\":{\"line\":2}}]}";
        byte[] details = new ProtoWriter()
                .message(
                        3,
                        new ProtoWriter()
                                .text(1, "github.com/moby/buildkit/errdefs.Vertex+json")
                                .text(2, "{}"))
                .message(
                        3,
                        new ProtoWriter()
                                .text(1, "github.com/moby/buildkit/errdefs.Source+json")
                                .text(2, source))
                .bytes();

        assertThat(ErrorPlace.of(new GrpcException(2, "failed", details)))
                .contains(new ErrorPlace("Dockerfile", 2, 2, "FROM a\nRUN b\n"));
        assertThat(ErrorPlace.of(new GrpcException(2, "dockerfile parse error on line 3: x")))
                .map(ErrorPlace::first)
                .contains(3);
        assertThat(ErrorPlace.of(new GrpcException(2, "failed", new byte[] {1, 2, 3})))
                .isEmpty();
    }
}
