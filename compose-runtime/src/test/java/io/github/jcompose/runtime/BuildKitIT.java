package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.BuildBuilder;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.ProjectBuilder;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only BuildKit can do. The process has no PATH here: no other program is needed. */
@RequiresEngine
@Timeout(180)
class BuildKitIT {
    private static final String PYTHON = "python:3.12";

    @TempDir
    Path folder;

    private final Recorded recorded = new Recorded();
    private Compose compose = Compose.connect();

    @BeforeEach
    void connect(EngineScope scope) {
        scope.pull(EngineScope.BUSYBOX);
        compose.close();
        compose = connect(Map.of());
    }

    private Compose connect(Map<String, String> variables) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.put("PATH", "");
        environment.remove("DOCKER_BUILDKIT");
        environment.putAll(variables);
        return Compose.connect(ConnectOptions.builder()
                .environment(environment)
                .listener(recorded)
                .build());
    }

    @AfterEach
    void close() {
        compose.close();
    }

    private ProjectBuilder project(String name, Map<String, BuildBuilder> builds) {
        Map<String, Service> services = new LinkedHashMap<>();
        builds.forEach((key, build) ->
                services.put(key, Service.builder().buildSpec(build.build()).build()));
        return Project.builder().name(name).workingDir(folder).services(services);
    }

    private static BuildBuilder inline(String... lines) {
        return Build.builder().dockerfileInline("FROM " + EngineScope.BUSYBOX + "\n" + String.join("\n", lines) + "\n");
    }

    private static ImageDetails image(Engine engine, String name) {
        return engine.images().find(name).orElseThrow();
    }

    @Test
    void mountsSecretsAndCachesThatNoImageKeeps(EngineScope scope) throws IOException {
        Files.writeString(folder.resolve("token.txt"), "from a file");
        Project project = project(
                        scope.project("a"),
                        Map.of(
                                "web",
                                inline(
                                                "RUN --mount=type=secret,id=file cat /run/secrets/file && echo",
                                                "RUN --mount=type=secret,id=npm,target=/n --mount=type=cache,target=/c"
                                                        + " grep -q 'from the environment' /n && echo $(wc -c < /n) bytes"
                                                        + " && touch /c/x",
                                                "RUN test ! -e /n && test ! -e /run/secrets/file && echo gone")
                                        .secrets(List.of(
                                                FileReference.builder()
                                                        .source("file")
                                                        .build(),
                                                FileReference.builder()
                                                        .source("variable")
                                                        .target("npm")
                                                        .build()))))
                .environment(Map.of("TOKEN", "from the environment"))
                .secrets(Map.of(
                        "file", Secret.builder().file("token.txt").build(),
                        "variable", Secret.builder().environment("TOKEN").build()))
                .build();

        compose.build(project, BuildOptions.builder().noCache(true).build());

        assertThat(recorded.buildOutput()).contains("from a file", "20 bytes", "gone");
    }

    @Test
    void tellsOfASecretThatCannotBeHadBeforeItBuilds(EngineScope scope) {
        BuildBuilder build =
                inline().secrets(List.of(FileReference.builder().source("token").build()));
        ProjectBuilder project = project(scope.project("b"), Map.of("web", build));

        assertThatThrownBy(() -> compose.build(
                        project.secrets(Map.of(
                                        "token",
                                        Secret.builder().environment("NOT_SET").build()))
                                .build(),
                        BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.secrets: token: the variable NOT_SET is not set");
        assertThatThrownBy(() -> compose.build(
                        project.secrets(Map.of(
                                        "token", Secret.builder().file("gone").build()))
                                .build(),
                        BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.secrets: token: there is no file " + folder.resolve("gone")
                        + " that can be read");
        assertThat(recorded.progress()).noneMatch(line -> line.contains("Building"));
    }

    @Test
    void forwardsAnSshAgent(EngineScope scope) throws IOException {
        scope.pull(PYTHON);
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), scope.name("s"));
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> answer(agent));
            Project project = project(
                            scope.project("c"),
                            Map.of(
                                    "web",
                                    Build.builder()
                                            .dockerfileInline(
                                                    "FROM " + PYTHON + "\nRUN --mount=type=ssh,id=work python3 -c"
                                                            + " \"import os, socket; s = socket.socket(socket.AF_UNIX);"
                                                            + " s.connect(os.environ['SSH_AUTH_SOCK']); s.sendall(b'ping\\\\n');"
                                                            + " print(s.recv(9).decode())\"\n")
                                            .ssh(List.of(new SshKey("work", socket.toString())))))
                    .build();

            compose.build(project, BuildOptions.builder().noCache(true).build());

            assertThat(recorded.buildOutput()).contains("pong");
            assertThat(heard.join()).isEqualTo("ping\n");
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static String answer(ServerSocketChannel agent) {
        try (SocketChannel client = agent.accept()) {
            ByteBuffer buffer = ByteBuffer.allocate(100);
            client.read(buffer);
            client.write(StandardCharsets.UTF_8.encode("pong\n"));
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesAdditionalContextsFromFoldersImagesAndOtherServices(EngineScope scope, Engine engine) throws IOException {
        Files.createDirectories(folder.resolve("docs/sub"));
        Files.writeString(folder.resolve("docs/sub/a.txt"), "a document");
        Files.writeString(folder.resolve("docs/left-out"), "");
        Files.writeString(folder.resolve("docs/.dockerignore"), "left-out\n");
        Project project = project(
                        scope.project("d"),
                        Map.of(
                                "web",
                                inline(
                                                "COPY --from=docs / /docs",
                                                "COPY --from=tools /bin/busybox /tools",
                                                "RUN --mount=from=base,target=/base cat /base/made && cat /docs/sub/a.txt"
                                                        + " && echo && ls /docs")
                                        .additionalContexts(Map.of(
                                                "docs", "./docs",
                                                "tools", "docker-image://" + EngineScope.BUSYBOX,
                                                "base", "service:base")),
                                "base",
                                inline("RUN echo made by base > /made")))
                .build();

        List<String> built = compose.build(
                project,
                BuildOptions.builder().services(List.of("web")).noCache(true).build());

        assertThat(built).containsExactly(project.name() + "-base", project.name() + "-web");
        assertThat(recorded.buildOutput())
                .contains("made by base", "a document", "sub")
                .doesNotContain("left-out");
        assertThat(engine.images().list(scope.filters())).isEmpty();
        assertThat(engine.images()
                        .list(io.github.jcompose.runtime.engine.Filters.label(
                                "com.docker.compose.project", project.name())))
                .hasSize(2);
    }

    @Test
    void tellsTheLineOfTheDockerfileThatFailsWithWhatStandsAroundIt(EngineScope scope) {
        Project project = project(
                        scope.project("e"),
                        Map.of(
                                "web",
                                inline(
                                        "ENV A=b",
                                        "RUN echo Schade; \\",
                                        "    echo nicht >&2; \\",
                                        "    exit 3",
                                        "ENV B=c")))
                .build();

        assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageMatching("(?s)services.web.build: cannot build image " + project.name()
                        + "-web: Dockerfile, line 3: \\[2/2] RUN .* failed: .*exit code: 3\n"
                        + "   1 \\| FROM busybox:1.36\n   2 \\| ENV A=b\n > 3 \\| RUN echo Schade; \\\\\n"
                        + " > 4 \\|     echo nicht >&2; \\\\\n > 5 \\|     exit 3\n   6 \\| ENV B=c\n"
                        + "The last lines of its output:\n  (Schade\n  nicht|nicht\n  Schade)");
        assertThat(recorded.steps())
                .filteredOn(step -> step.state() == BuildStep.State.FAILED)
                .singleElement()
                .satisfies(step -> assertThat(step.error()).contains("exit code: 3"));
    }

    @Test
    void tellsOfAFrontendThatTheEngineCannotFetch(EngineScope scope) {
        Project project = project(
                        scope.project("f"),
                        Map.of(
                                "web",
                                Build.builder()
                                        .dockerfileInline("# syntax=127.0.0.1:1/no/frontend:1\nFROM "
                                                + EngineScope.BUSYBOX + "\n")))
                .build();

        assertThatThrownBy(() -> compose.build(project, BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("The line '# syntax=' at the head of the Dockerfile");
    }

    @Test
    void keepsModesTimesAndLinksAndSendsOnlyWhatIsWanted(EngineScope scope) throws IOException {
        Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\necho ran\n");
        Files.setPosixFilePermissions(
                folder.resolve("run.sh"), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(
                folder.resolve("run.sh"),
                java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2020-02-03T04:05:06Z")));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run.sh"));
        Files.createDirectories(folder.resolve("sub/deep"));
        Files.writeString(folder.resolve("sub/deep/日本.txt"), "x");
        Files.writeString(folder.resolve("sub/secret"), "");
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + EngineScope.BUSYBOX
                        + "\nCOPY link sub /all/\nCOPY . /whole\nRUN stat -c '%a %u %Y' /whole/run.sh; /whole/link;"
                        + " ls -A /whole; test -e /all/deep/日本.txt && test ! -e /all/secret && echo both\n");
        Files.writeString(folder.resolve("Dockerfile.dockerignore"), "**/secret\n");
        Files.writeString(folder.resolve(".dockerignore"), "run.sh\n");
        Project project =
                project(scope.project("g"), Map.of("web", Build.builder())).build();

        compose.build(project, BuildOptions.builder().noCache(true).build());

        assertThat(recorded.buildOutput())
                .contains("751 0 1580702706", "ran", "both", "Dockerfile.dockerignore")
                .doesNotContain("secret");
    }

    @Test
    void buildsAgainFromAChangedContext(EngineScope scope, Engine engine) throws IOException {
        Project project = project(scope.project("h"), Map.of("web", inline("COPY . /all", "RUN cat /all/a")))
                .build();
        Files.writeString(folder.resolve("a"), scope.name("first"));
        compose.build(project, BuildOptions.defaults());
        String first = image(engine, project.name() + "-web").id();

        compose.build(project, BuildOptions.defaults());
        assertThat(image(engine, project.name() + "-web").id()).isEqualTo(first);
        assertThat(recorded.steps()).anyMatch(step -> step.state() == BuildStep.State.CACHED);

        Files.writeString(folder.resolve("a"), scope.name("second"));
        compose.build(project, BuildOptions.defaults());

        assertThat(recorded.buildOutput()).contains(scope.name("first"), scope.name("second"));
        engine.images().remove(first, true);
    }

    @Test
    void passesAttributesOfTheBuild(EngineScope scope, Engine engine) {
        Project project = project(
                        scope.project("i"),
                        Map.of(
                                "web",
                                inline(
                                                "ARG WHO",
                                                "RUN grep -q '10.9.8.7.there' /etc/hosts && echo found; grep gate /etc/hosts;"
                                                        + " echo $WHO; ls /sys/class/net",
                                                "LABEL built=yes")
                                        .args(Map.of("WHO", "me"))
                                        .network("none")
                                        .extraHosts(new ExtraHosts(
                                                Map.of("there", List.of("10.9.8.7"), "gate", List.of("host-gateway"))))
                                        .labels(Map.of("mine", "x"))
                                        .cacheTo(List.of("type=inline"))
                                        .cacheFrom(List.of("127.0.0.1:1/no/such:image"))
                                        .platforms(List.of("linux/amd64"))
                                        .tags(List.of(scope.name("other") + ":7"))))
                .build();

        compose.build(project, BuildOptions.builder().noCache(true).build());

        assertThat(recorded.buildOutput())
                .contains("found", "me", "lo")
                .doesNotContain("eth0")
                .anyMatch(line -> line.matches("\\d+\\.\\d+\\.\\d+\\.\\d+\\s+gate"));
        ImageDetails image = image(engine, project.name() + "-web");
        assertThat(image.labels()).containsEntry("mine", "x").containsEntry("built", "yes");
        assertThat(image.tags()).contains(scope.name("other") + ":7");
    }

    @Test
    void refusesWhatThisEngineCannotDoAndNamesTheAttribute(EngineScope scope, Engine engine) {
        Map<String, BuildBuilder> refused = new LinkedHashMap<>();
        refused.put("network: BuildKit builds on no network", inline().network("mine"));
        refused.put("platforms: this engine keeps one", inline().platforms(List.of("linux/amd64", "linux/arm64")));
        refused.put(
                "cache_to: the BuildKit of this engine has no cache of type", inline().cacheTo(List.of("type=gha")));
        refused.put("sbom: this engine cannot keep it", inline().sbom("true"));
        refused.put("ssh: default: no SSH agent runs", inline().ssh(List.of(new SshKey("default", null))));
        refused.put("context: there is no folder", Build.builder().context("nope"));

        refused.forEach((message, build) -> assertThatThrownBy(() -> compose.build(
                        project(scope.project("j"), Map.of("web", build))
                                .environment(Map.of("SSH_AUTH_SOCK", ""))
                                .build(),
                        BuildOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("services.web.build." + message));
    }

    @Test
    void letsTheEngineGetATarballAndBuildsItWithADockerfileOfItsOwn(EngineScope scope) throws IOException {
        byte[] tar = tar(Map.of(
                "Dockerfile", "FROM " + EngineScope.BUSYBOX + "\nCOPY a /a\nRUN cat /a\n", "a", scope.name("content")));
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, tar));
            thread.setDaemon(true);
            thread.start();
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/context.tar";
            Project project = project(
                            scope.project("m"),
                            Map.of(
                                    "theirs", Build.builder().context(address),
                                    "ours",
                                            inline("COPY a /b", "RUN echo inline $(cat /b)")
                                                    .context(address)))
                    .build();

            compose.build(project, BuildOptions.defaults());
        }

        assertThat(recorded.buildOutput()).contains(scope.name("content"), "inline " + scope.name("content"));
    }

    /** A web server with one file. */
    private static void serve(ServerSocket server, byte[] file) {
        while (true) {
            try (Socket client = server.accept()) {
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                boolean wanted = String.valueOf(request.readLine()).startsWith("GET");
                for (String line = request.readLine(); line != null && !line.isEmpty(); ) {
                    line = request.readLine();
                }
                String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + file.length + "\r\n\r\n";
                client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().write(wanted ? file : new byte[0]);
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private static byte[] tar(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void usesTheClassicBuilderWhenAskedTo(EngineScope scope, Engine engine) {
        Project project = project(scope.project("k"), Map.of("web", inline("RUN echo hi")))
                .build();
        try (Compose classic = connect(Map.of("DOCKER_BUILDKIT", "0"))) {
            classic.build(project, BuildOptions.builder().noCache(true).build());
            assertThatThrownBy(() -> classic.build(
                            project(project.name(), Map.of("web", inline().privileged(true)))
                                    .build(),
                            BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessage("services.web.build: privileged needs BuildKit, and DOCKER_BUILDKIT=0 asks for the"
                            + " classic builder");
        }

        assertThat(recorded.buildOutput())
                .anyMatch(line -> line.startsWith("Step 1/"))
                .contains("hi");
        assertThat(recorded.steps()).anyMatch(step -> step.name().contains("RUN echo hi"));
        assertThat(image(engine, project.name() + "-web").labels())
                .containsEntry("com.docker.compose.image.builder", "classic");
        try (Compose odd = connect(Map.of("DOCKER_BUILDKIT", "perhaps"))) {
            assertThatThrownBy(() -> odd.build(project, BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessage("DOCKER_BUILDKIT is 'perhaps'; expected 1 or 0");
        }
    }

    @Test
    void endsWhenTheThreadIsInterrupted(EngineScope scope) throws InterruptedException {
        Project project = project(scope.project("l"), Map.of("web", inline("RUN echo begun; sleep 1000")))
                .build();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                compose.build(project, BuildOptions.builder().noCache(true).build());
                ended.complete(new AssertionError("built"));
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        recorded.onOutput("begun", thread::interrupt);
        thread.start();

        assertThat(ended.join()).isInstanceOf(io.github.jcompose.runtime.error.EngineInterruptedException.class);
        thread.join();
    }
}
