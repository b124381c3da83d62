package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.loader.remote.ArtifactFile;
import io.github.jcompose.loader.remote.Credentials;
import io.github.jcompose.loader.remote.PublishFormat;
import io.github.jcompose.loader.remote.RemoteAccess;
import io.github.jcompose.loader.remote.RemoteException;
import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.PrivateRegistry;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A registry that speaks TLS with a certificate of its own, and lets nobody in without a password. */
@RequiresEngine
@Timeout(180)
@SuppressWarnings("NullAway.Init")
class TlsRegistryIT {
    private static final String WRONG = "wr0ng-pa55";
    private static final List<ArtifactFile> FILES =
            List.of(new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.yaml", "services: {web: {image: nginx}}"));

    @AutoClose
    private static PrivateRegistry registry;

    @TempDir
    Path folder;

    private final Recorded recorded = new Recorded();

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws IOException {
        registry = PrivateRegistry.startWithTls(shared);
    }

    private Compose connect(String password) {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.put("DOCKER_CONFIG", folder.toString());
        // To registries on this machine the BuildKit of old engines speaks without TLS, whatever they speak.
        environment.put("DOCKER_BUILDKIT", "0");
        return Compose.connect(ConnectOptions.builder()
                .environment(environment)
                .logins(Map.of(registry.host(), new RegistryLogin(PrivateRegistry.USER, password)))
                .listener(recorded)
                .build());
    }

    private Project project(EngineScope scope, String image, String base) {
        Service service = Service.builder()
                .image(image)
                .buildSpec(Build.builder()
                        .dockerfileInline("FROM " + base + "\nENV A=" + scope.name("a") + "\n")
                        .pull(!base.equals(EngineScope.BUSYBOX))
                        .build())
                .build();
        return Project.builder()
                .name(scope.project("tls"))
                .workingDir(folder)
                .services(Map.of("web", service))
                .build();
    }

    @Test
    void buildsOnAPrivateImagePushesPullsAndTellsAWrongPassword(EngineScope scope, Engine engine) {
        scope.pull(EngineScope.BUSYBOX);
        String base = registry.host() + "/private/" + scope.name("base") + ":1";
        String image = registry.host() + "/private/" + scope.name("web") + ":1";
        Project first = project(scope, base, EngineScope.BUSYBOX);
        Project second = project(scope, image, base);

        try (Compose compose = connect(PrivateRegistry.PASSWORD)) {
            compose.build(first, BuildOptions.defaults());
            compose.push(first, PushOptions.defaults());
            engine.images().remove(base, true);
            compose.build(second, BuildOptions.defaults());
            compose.push(second, PushOptions.defaults());
            engine.images().remove(image, true);
            compose.pull(second, PullOptions.defaults());
            assertThat(engine.images().find(image)).isPresent();
        }
        try (Compose wrong = connect(WRONG)) {
            String advice = "; check the user and password of 'docker login " + registry.host() + "'";
            assertThatThrownBy(() -> wrong.push(second, PushOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageStartingWith("cannot push image " + image + " of service web: ")
                    .hasMessageContaining(advice);
            engine.images().remove(image, true);
            Project unbuilt = second.toBuilder()
                    .services(Map.of("web", Service.builder().image(image).build()))
                    .build();
            assertThatThrownBy(() -> wrong.pull(unbuilt, PullOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageStartingWith("cannot pull image " + image + " of service web: ")
                    .hasMessageContaining(advice);
        }
        assertThat(recorded.everything()).doesNotContain(registry.secrets()).doesNotContain(WRONG);
    }

    private RemoteAccess remote(String password, List<Path> certificates) {
        return RemoteAccess.builder(folder.resolve("cache"))
                .credentials(host -> host.equals(registry.host())
                        ? Optional.of(new Credentials(PrivateRegistry.USER, password))
                        : Optional.empty())
                .certificates(certificates)
                .build();
    }

    @Test
    void publishesOnlyToWhomTheCertificateVouchesFor(EngineScope scope) throws IOException {
        String name = registry.host() + "/private/" + scope.name("app") + ":1";
        List<Path> certificates = List.of(registry.certificates());

        String reference = remote(PrivateRegistry.PASSWORD, certificates).publish(name, FILES, PublishFormat.USUAL);

        Path file =
                remote(PrivateRegistry.PASSWORD, certificates).fetch(reference).file();
        assertThat(Files.readString(file)).isEqualTo(FILES.get(0).text());
        assertThatThrownBy(() -> remote(WRONG, certificates).publish(name, FILES, PublishFormat.USUAL))
                .isInstanceOf(RemoteException.class)
                .hasMessage("no permission to write to " + name.replaceFirst(":1$", "")
                        + "; check the user and password of 'docker login "
                        + registry.host() + "'");
        assertThatThrownBy(() -> remote(PrivateRegistry.PASSWORD, List.of()).publish(name, FILES, PublishFormat.USUAL))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("if it speaks TLS, put its authority into /etc/docker/certs.d/");
        Path empty = folder.resolve("certs");
        Files.createDirectories(empty.resolve(registry.host()));
        assertThatThrownBy(() ->
                        remote(PrivateRegistry.PASSWORD, List.of(empty)).publish(name, FILES, PublishFormat.USUAL))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("certification path")
                .hasMessageContaining("/etc/docker/certs.d/" + registry.host() + "/ca.crt");
    }
}
