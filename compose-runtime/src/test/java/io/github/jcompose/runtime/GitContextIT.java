package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds from a repository, which the engine fetches from a git server on this machine. */
@RequiresEngine
@Timeout(180)
class GitContextIT {
    @TempDir
    Path folder;

    private final List<Process> servers = new ArrayList<>();
    private int port;

    @BeforeEach
    void startServer() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        servers.add(new ProcessBuilder(
                        "git",
                        "daemon",
                        "--listen=127.0.0.1",
                        "--port=" + port,
                        "--export-all",
                        "--reuseaddr",
                        "--base-path=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        for (boolean up = false; !up; ) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                up = socket.isConnected();
            } catch (IOException e) {
                assertThat(servers.get(0).isAlive())
                        .as(() -> read(folder.resolve("log")))
                        .isTrue();
                Thread.sleep(50);
            }
        }
    }

    @AfterEach
    void stopServer() {
        servers.forEach(server -> {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void git(Path tree, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-C", tree.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + ": " + output).isZero();
    }

    private void commit(Path tree, String content) throws IOException, InterruptedException {
        Files.writeString(tree.resolve("web/content"), content);
        git(tree, "add", "--all");
        git(tree, "commit", "--quiet", "--message=change");
    }

    private static Project project(EngineScope scope, Build... builds) {
        Map<String, Service> services = new LinkedHashMap<>();
        for (Build build : builds) {
            services.put(
                    "s" + services.size(), Service.builder().buildSpec(build).build());
        }
        return Project.builder().name(scope.project("g")).services(services).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0"})
    void buildsABranchAndAFolderOfARepository(String buildKit, EngineScope scope) throws Exception {
        scope.pull(EngineScope.BUSYBOX);
        Path tree = Files.createDirectories(folder.resolve("shop/web")).getParent();
        Files.writeString(
                tree.resolve("web/Dockerfile"),
                "FROM " + EngineScope.BUSYBOX + "\nARG A=0\nCOPY content /content\nRUN echo is $A $(cat /content)\n");
        git(tree, "init", "--quiet", "--initial-branch=main");
        commit(tree, scope.name("old"));
        git(tree, "branch", "stable");
        commit(tree, scope.name("new"));
        String address = "git://127.0.0.1:" + port + "/shop/.git#";
        Recorded recorded = new Recorded();
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.put("DOCKER_BUILDKIT", buildKit);

        try (Compose compose = Compose.connect(ConnectOptions.builder()
                .environment(environment)
                .listener(recorded)
                .build())) {
            compose.build(
                    project(
                            scope,
                            Build.builder()
                                    .context(address + "main:web")
                                    .args(Map.of("A", "1"))
                                    .build(),
                            Build.builder()
                                    .context(address + "stable:web")
                                    .args(Map.of("A", "2"))
                                    .build()),
                    BuildOptions.defaults());
            assertThatThrownBy(() -> compose.build(
                            project(
                                    scope,
                                    Build.builder()
                                            .context(address + "none:web")
                                            .build()),
                            BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageContaining("none");
        }

        assertThat(recorded.buildOutput()).contains("is 1 " + scope.name("new"), "is 2 " + scope.name("old"));
    }
}
