package io.github.jcompose.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import io.github.jcompose.runtime.engine.host.ProxyVariables;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildTasksTest {
    private static final BuildRequest AS_THEY_ARE = BuildRequest.asTheyAre(false);

    private static BuildTask task(Build build, BuildRequest request, boolean classic) {
        Service service = Service.builder().buildSpec(build).build();
        Project project = Project.builder()
                .name("shop")
                .environment(Map.of("FROM_ENV", "env"))
                .services(Map.of("web", service))
                .disabledServices(Map.of(
                        "base",
                        Service.builder()
                                .image("acme/base:2")
                                .buildSpec(Build.builder().build())
                                .build()))
                .secrets(Map.of("token", Secret.builder().environment("TOKEN").build()))
                .build();
        BuildTasks maker = new BuildTasks(
                project, request, Map.of("SSH_AUTH_SOCK", "/agent"), Map.of("HTTP_PROXY", "http://p"), classic);
        return maker.task("web", service, build, "shop-web");
    }

    @Test
    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    void takesArgumentsOfTheRequestAndOfTheEnvironmentAndProxies() {
        Map<String, String> own = new HashMap<>();
        own.put("FROM_ENV", null);
        own.put("NOWHERE", null);
        own.put("A", "file");
        BuildRequest request =
                new BuildRequest(true, false, Map.of("A", "given"), false, List.of(), null, null, 0, false);

        BuildTask task = task(Build.builder().args(own).build(), request, false);

        assertThat(task.args()).isEqualTo(Map.of("FROM_ENV", "env", "A", "given", "HTTP_PROXY", "http://p"));
        assertThat(task.build().noCache()).isTrue();
        assertThat(task.environment()).containsEntry("SSH_AUTH_SOCK", "/agent").containsEntry("FROM_ENV", "env");
    }

    @Test
    void putsWhatTheUserAskedForOverWhatTheServiceSays() {
        Build build = Build.builder()
                .ssh(List.of(new SshKey("default", null), new SshKey("work", "/a")))
                .provenance("true")
                .build();
        BuildRequest request = new BuildRequest(
                false, true, Map.of(), false, List.of(new SshKey("work", "/b")), "false", "true", 1 << 20, false);

        BuildTask task = task(build, request, false);

        assertThat(task.build().ssh()).containsExactly(new SshKey("default", null), new SshKey("work", "/b"));
        assertThat(task.build().provenance()).isEqualTo("false");
        assertThat(task.build().sbom()).isEqualTo("true");
        assertThat(task.build().pull()).isTrue();
        assertThat(task.memory()).isEqualTo(1 << 20);
    }

    @Test
    void marksAnImageWithItsProjectAndTheClassicBuilder() {
        assertThat(task(Build.builder().labels(Map.of("mine", "x")).build(), AS_THEY_ARE, true)
                        .labels())
                .containsEntry("mine", "x")
                .containsEntry("com.docker.compose.project", "shop")
                .containsEntry("com.docker.compose.service", "web")
                .containsEntry("com.docker.compose.image.builder", "classic");
        assertThat(task(Build.builder().build(), AS_THEY_ARE, false).labels())
                .doesNotContainKey("com.docker.compose.image.builder");
    }

    @Test
    void findsTheImageOfAnotherServiceEvenIfItsProfileIsOff() {
        Build build = Build.builder()
                .additionalContexts(Map.of("base", "service:base", "docs", "./docs"))
                .build();

        assertThat(task(build, AS_THEY_ARE, false).contexts())
                .isEqualTo(Map.of("base", "docker-image://acme/base:2", "docs", "./docs"));
        assertThat(BuildTasks.references(build)).containsExactly("base");
    }

    @Test
    void tellsOfAServiceOrSecretThatIsNotThere() {
        assertThatThrownBy(() -> task(
                        Build.builder()
                                .additionalContexts(Map.of("x", "service:nope"))
                                .build(),
                        AS_THEY_ARE,
                        false))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.additional_contexts.x: there is no service 'nope' that is built");
        assertThatThrownBy(() -> task(
                        Build.builder()
                                .secrets(List.of(
                                        FileReference.builder().source("gone").build()))
                                .build(),
                        AS_THEY_ARE,
                        false))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.secrets: there is no secret 'gone' in the project");
    }

    @Test
    void knowsASecretByItsTarget() {
        Build build = Build.builder()
                .secrets(List.of(
                        FileReference.builder().source("token").build(),
                        FileReference.builder().source("token").target("npm").build()))
                .build();

        assertThat(task(build, AS_THEY_ARE, false).secrets()).containsOnlyKeys("token", "npm");
    }

    @Test
    void passesTheProxiesOfTheDockerConfiguration() {
        JsonObject settings = JsonObject.of(Map.of(
                "proxies",
                Map.of(
                        "default", Map.of("httpProxy", "http://a", "noProxy", "x"),
                        "tcp://h:1", Map.of("httpsProxy", "http://b"))));

        DockerConfig config = new DockerConfig(Path.of("."), settings);
        assertThat(ProxyVariables.of(config, URI.create("unix:///s")))
                .isEqualTo(
                        Map.of("HTTP_PROXY", "http://a", "http_proxy", "http://a", "NO_PROXY", "x", "no_proxy", "x"));
        assertThat(ProxyVariables.of(config, URI.create("tcp://h:1"))).containsOnlyKeys("HTTPS_PROXY", "https_proxy");
    }
}
