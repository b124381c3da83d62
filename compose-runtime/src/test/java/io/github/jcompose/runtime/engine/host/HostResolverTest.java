package io.github.jcompose.runtime.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostResolverTest {
    private static final Path DEFAULT = Path.of("/var/run/docker.sock");
    /** SHA-256 of {@code far}. */
    private static final String FAR = "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void setHome() {
        environment.put("HOME", home.toString());
    }

    @Test
    void takesTheDefaultSocket() {
        EngineHost host = resolve(DEFAULT);
        assertThat(host.uri()).isEqualTo(URI.create("unix:///var/run/docker.sock"));
        assertThat(host.origin()).isEqualTo("the default");
        assertThat(host.tls()).isEmpty();
    }

    @Test
    void takesTheSocketOfARootlessEngineWhereTheDefaultIsMissing() {
        environment.put("XDG_RUNTIME_DIR", "/run/user/1000");
        assertThat(resolve(Path.of("/run/user/1000/docker.sock")).uri())
                .isEqualTo(URI.create("unix:///run/user/1000/docker.sock"));
        assertThat(resolve(Path.of("/run/user/1000/podman/podman.sock")).uri())
                .isEqualTo(URI.create("unix:///run/user/1000/podman/podman.sock"));
        assertThat(resolve(Path.of("/run/podman/podman.sock"), DEFAULT).uri())
                .isEqualTo(URI.create("unix:///var/run/docker.sock"));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://build.example.com, , true",
        "http://10.0.0.7:2375, , true",
        "tcp://build.example.com, 1, false",
        "https://build.example.com, , false",
        "tcp://127.0.0.1:2375, , false",
        "tcp://[::1]:2375, , false",
        "tcp://localhost, , false",
        "unix:///run/docker.sock, , false",
        "ssh://build.example.com, , false"
    })
    void knowsWhichEnginesAreOpenToOthers(String address, String tls, boolean open) {
        environment.put("DOCKER_HOST", address);
        if (tls != null) {
            environment.put("DOCKER_TLS", tls);
        }
        assertThat(resolve().isOpen()).isEqualTo(open);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsTheFolderOfARootlessEngineWithoutItsVariable() throws IOException {
        environment.remove("XDG_RUNTIME_DIR");
        String folder = "/run/user/" + Files.getAttribute(home, "unix:uid");
        assertThat(resolve(Path.of(folder, "docker.sock")).uri())
                .isEqualTo(URI.create("unix://" + folder + "/docker.sock"));
        assertThat(resolve(Path.of(folder, "podman/podman.sock")).uri())
                .isEqualTo(URI.create("unix://" + folder + "/podman/podman.sock"));
    }

    @Test
    void takesTheSocketOfPodmansMachine() {
        Path socket = home.resolve(".local/share/containers/podman/machine/podman.sock");
        assertThat(resolve(socket).uri()).isEqualTo(URI.create("unix://" + socket));
    }

    @Test
    void saysWhichSocketsAreMissing() {
        EngineHost host = resolve();
        assertThat(host.uri()).isEqualTo(URI.create("unix:///var/run/docker.sock"));
        assertThat(host.origin()).contains("/run/podman/podman.sock");
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///tmp/d.sock, unix:///tmp/d.sock",
        "/tmp/d.sock, unix:///tmp/d.sock",
        "tcp://build, tcp://build:2375",
        "build:2400, tcp://build:2400",
        "tcp://build:2400/base, tcp://build:2400/base",
        "https://build, https://build:443",
        "ssh://me@build:22, ssh://me@build:22",
    })
    void readsTheVariable(String text, String uri) {
        environment.put("DOCKER_HOST", text);
        assertThat(resolve().uri()).isEqualTo(URI.create(uri));
        assertThat(resolve().origin()).isEqualTo("DOCKER_HOST");
    }

    @Test
    void speaksTlsWhereTheVariablesSaySo() {
        environment.putAll(
                Map.of("DOCKER_HOST", "tcp://build", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs"));
        assertThat(resolve().uri()).isEqualTo(URI.create("tcp://build:2376"));
        assertThat(resolve().tls()).contains(TlsFiles.in(Path.of("/certs"), true));
        environment.putAll(Map.of("DOCKER_TLS_VERIFY", "", "DOCKER_TLS", "1", "DOCKER_CERT_PATH", ""));
        assertThat(resolve().tls()).contains(TlsFiles.in(home.resolve(".docker"), false));
        environment.put("DOCKER_HOST", "unix:///tmp/d.sock");
        assertThat(resolve().tls()).isEmpty();
        environment.put("DOCKER_HOST", "");
        assertThat(resolve().uri()).isEqualTo(URI.create("tcp://localhost:2376"));
    }

    @Test
    void followsTheContextInItsOrder() throws IOException {
        context(".docker", "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://far:2376\",\"SkipTLSVerify\":true}}}");
        Path tls = home.resolve(".docker/contexts/tls").resolve(FAR).resolve("docker");
        Files.createDirectories(tls);
        Files.writeString(tls.resolve("ca.pem"), "");
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"far\"}");

        EngineHost current = resolve(DEFAULT);
        assertThat(current.uri()).isEqualTo(URI.create("tcp://far:2376"));
        assertThat(current.origin()).isEqualTo("docker context 'far', config.json");
        assertThat(current.tls()).contains(TlsFiles.in(tls, false));

        environment.put("DOCKER_CONTEXT", "default");
        assertThat(resolve(DEFAULT).uri().getScheme()).isEqualTo("unix");
        environment.put("DOCKER_CONTEXT", "far");
        assertThat(resolve(DEFAULT).origin()).isEqualTo("docker context 'far', DOCKER_CONTEXT");
        environment.put("DOCKER_HOST", "tcp://near:1");
        assertThat(resolve(DEFAULT).uri()).isEqualTo(URI.create("tcp://near:1"));
        assertThat(resolver()
                        .resolve(HostOptions.of(environment).context("far"))
                        .uri())
                .isEqualTo(URI.create("tcp://far:2376"));
        assertThat(resolver()
                        .resolve(HostOptions.of(environment).host("tcp://named:1"))
                        .uri())
                .isEqualTo(URI.create("tcp://named:1"));
    }

    @Test
    void readsTheFolderThatTheVariableNames() throws IOException {
        context("elsewhere", "{\"Endpoints\":{\"docker\":{\"Host\":\"ssh://me@far\"}}}");
        environment.put("DOCKER_CONFIG", home.resolve("elsewhere").toString());
        environment.put("DOCKER_CONTEXT", "far");
        assertThat(resolve(DEFAULT).uri()).isEqualTo(URI.create("ssh://me@far"));
    }

    @Test
    void sendsTheHeadersThatTheUserWants() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"HttpHeaders\":{\"A\":\"1\",\"B\":\"2\"}}");
        environment.put("DOCKER_CUSTOM_HEADERS", "B=3,\"C=x,\"\"y\"\"\"");
        assertThat(resolve(DEFAULT).headers()).isEqualTo(Map.of("A", "1", "B", "3", "C", "x,\"y\""));
    }

    @Test
    void saysWhatIsWrongWithTheSettings() throws IOException {
        environment.put("DOCKER_CONTEXT", "gone");
        assertThatThrownBy(this::resolve).isInstanceOf(ComposeException.class).hasMessageContaining("'gone'");
        environment.put("DOCKER_HOST", "fd://3");
        assertThatThrownBy(this::resolve).hasMessageContaining("use unix, tcp, https or ssh");
        environment.put("DOCKER_HOST", "ssh://me:secret@far");
        assertThatThrownBy(this::resolve).hasMessageContaining("password").hasMessageNotContaining("secret");
        assertThatThrownBy(() -> resolver()
                        .resolve(HostOptions.of(environment).host("tcp://a").context("b")))
                .hasMessageContaining("only one of them");
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"auths\": secret");
        assertThatThrownBy(this::resolve)
                .hasMessageContaining("config.json is no valid JSON")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void reachesFarEnginesThroughSsh() {
        assertThat(SshCommand.of(URI.create("ssh://me@far:2222")))
                .containsExactly(
                        "ssh",
                        "-l",
                        "me",
                        "-p",
                        "2222",
                        "-o",
                        "ConnectTimeout=30",
                        "-T",
                        "--",
                        "far",
                        "docker",
                        "system",
                        "dial-stdio");
        assertThat(SshCommand.of(URI.create("ssh://far/run/my%20docker.sock")))
                .endsWith("far", "docker", "--host=unix://'/run/my docker.sock'", "system", "dial-stdio");
    }

    private EngineHost resolve(Path... sockets) {
        return resolver(sockets).resolve(HostOptions.of(environment));
    }

    private static HostResolver resolver(Path... sockets) {
        return new HostResolver(Set.of(sockets)::contains, false);
    }

    private void context(String config, String meta) throws IOException {
        Path folder = home.resolve(config).resolve("contexts/meta").resolve(FAR);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("meta.json"), meta);
    }
}
