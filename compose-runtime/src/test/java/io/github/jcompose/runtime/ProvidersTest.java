package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Model;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Provider;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceModel;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Services that programs provide, models that a plugin serves, and proxies, on a pretended engine. */
@DisabledOnOs(OS.WINDOWS)
class ProvidersTest {
    private static final String CLOUD = """
            echo "$@" >> "$LOG"
            case "$*" in
            *metadata*) echo '{"up": {"parameters": [{"name": "size"}, {"name": "region", "required": true}]}}';;
            *) echo '{"type": "info", "message": "on it"}'
               echo '{"type": "setenv", "message": "URL=http://db.example"}'
               echo '{"type": "rawsetenv", "message": "PLAIN=yes"}'
               echo '{"type": "debug", "message": "done"}';;
            esac
            """;

    @TempDir
    Path folder;

    private final RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 41));
    private final Recorded recorded = new Recorded();
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private final Workers workers = new Workers(0);

    @BeforeEach
    void prepare() {
        engine.addImage("busybox");
        environment.put("PATH", folder + ":" + environment.get("PATH"));
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("LOG", log().toString());
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private List<String> log(String word) throws IOException {
        return Files.readAllLines(log()).stream()
                .filter(line -> line.contains(word))
                .toList();
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Compose compose() {
        return new EngineCompose(new Connection(engine, workers, new Events(recorded), environment, Clock.systemUTC()));
    }

    private static Project project(Map<String, List<String>> options) {
        Service web = Service.builder()
                .image("busybox")
                .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY)))
                .build();
        Service db = Service.builder()
                .provider(Provider.builder().type("cloud").options(options).build())
                .build();
        return Project.builder()
                .name("shop")
                .services(Map.of("web", web, "db", db))
                .build();
    }

    private List<String> environmentOf(String container) {
        return engine.containers().inspect(container).environment();
    }

    @Test
    void setVariablesOfTheServicesThatDependOnThem() throws IOException {
        program("cloud", CLOUD);
        compose().up(project(Map.of("region", List.of("eu"))), UpOptions.defaults());
        assertThat(environmentOf("shop-web-1")).contains("DB_URL=http://db.example", "PLAIN=yes");
        assertThat(log(" up ")).containsExactly("compose --project-name=shop up --region=eu db");
        assertThat(recorded.progress()).contains("db Creating", "db on it", "db Created");
    }

    @Test
    void doNotReplaceDependentsThatGetTheSameValuesAgain() throws IOException {
        program("cloud", CLOUD);
        Project project = project(Map.of("region", List.of("eu")));
        compose().up(project, UpOptions.defaults());
        String before = engine.containers().inspect("shop-web-1").id();
        compose().up(project, UpOptions.defaults());
        assertThat(engine.containers().inspect("shop-web-1").id()).isEqualTo(before);
        program("cloud", CLOUD.replace("db.example", "other.example"));
        compose().up(project, UpOptions.defaults());
        assertThat(engine.containers().inspect("shop-web-1").id()).isNotEqualTo(before);
    }

    @Test
    void passOnlyOptionsThatTheProgramKnows() throws IOException {
        program("cloud", CLOUD);
        compose()
                .up(
                        project(Map.of("region", List.of("eu"), "colour", List.of("red"), "size", List.of("1", "2"))),
                        UpOptions.defaults());
        assertThat(log(" up ")).containsExactly("compose --project-name=shop up --region=eu --size=1 --size=2 db");
    }

    @Test
    void needTheOptionsThatTheProgramNeeds() throws IOException {
        program("cloud", CLOUD);
        assertThatThrownBy(() -> compose().up(project(Map.of()), UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("services.db.provider.options: 'region' is missing");
    }

    @Test
    void areTakenDown() throws IOException {
        program("cloud", CLOUD);
        compose().down(project(Map.of()), DownOptions.defaults());
        assertThat(log(" down ")).containsExactly("compose --project-name=shop down db");
    }

    @Test
    void areStoppedOnlyIfTheProgramKnowsHow() throws IOException {
        program("cloud", CLOUD);
        compose().stop(project(Map.of()), StopOptions.defaults());
        assertThat(log(" stop ")).isEmpty();
        program("cloud", CLOUD.replace("{\"up\"", "{\"stop\": {}, \"up\""));
        compose().stop(project(Map.of()), StopOptions.defaults());
        assertThat(log(" stop ")).hasSize(1);
    }

    @Test
    void areFoundAmongThePluginsFirst() throws IOException {
        program("cloud", "exit 9");
        program("cli-plugins/docker-cloud", CLOUD);
        compose().up(project(Map.of("region", List.of("eu"))), UpOptions.defaults());
        assertThat(environmentOf("shop-web-1")).contains("DB_URL=http://db.example");
    }

    /** At once, even if something that the program has started holds its output open. */
    @Test
    @Timeout(60)
    void failWithWhatTheProgramSays() throws IOException {
        program("cloud", """
                case "$*" in *metadata*) exit;; esac
                (sleep 90 &)
                echo '{"type": "error", "message": "no money"}'
                sleep 1
                """);
        assertThatThrownBy(() -> compose().up(project(Map.of()), UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("provider of service db: no money");
    }

    @Test
    void failWithTheExitCodeOfTheProgram() throws IOException {
        program("cloud", "echo broken >&2; exit 3");
        assertThatThrownBy(() -> compose().up(project(Map.of()), UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("ended with exit code 3: broken");
    }

    @Test
    void mustSpeakTheProtocol() throws IOException {
        program("cloud", "echo hello");
        assertThatThrownBy(() -> compose().up(project(Map.of()), UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("expected a JSON object, found: hello");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> compose().up(project(Map.of()), UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("expected a docker plugin docker-cloud, or cloud on the PATH");
    }

    @Test
    void areToldInAPlanAndNotRun() throws IOException {
        program("cloud", CLOUD);
        assertThat(compose().plan(project(Map.of()), UpOptions.defaults()).toTree())
                .startsWith("service db\n  run provider cloud: provided by cloud\n");
        assertThat(log()).doesNotExist();
    }

    @Test
    void serveModels() throws IOException {
        program("cli-plugins/docker-model", """
                echo "$@" >> "$LOG"
                case "$1" in
                ls) echo '[{"tags": ["ai/there"]}]';;
                status) echo '{"endpoint": "http://models.example/v1"}';;
                esac
                """);
        Map<String, ServiceModel> uses = new HashMap<>();
        uses.put("my-llm", null);
        uses.put("small", ServiceModel.builder().modelVar("M").endpointVar("E").build());
        Project project = Project.builder()
                .name("shop")
                .services(Map.of(
                        "web", Service.builder().image("busybox").models(uses).build()))
                .models(Map.of(
                        "my-llm",
                                Model.builder()
                                        .model("ai/big")
                                        .contextSize(4096)
                                        .runtimeFlags(List.of("--fast"))
                                        .build(),
                        "small", Model.builder().model("ai/there").build()))
                .build();
        compose().up(project, UpOptions.defaults());
        assertThat(environmentOf("shop-web-1"))
                .contains(
                        "MY_LLM_MODEL=ai/big",
                        "MY_LLM_URL=http://models.example/v1",
                        "M=ai/there",
                        "E=http://models.example/v1");
        assertThat(log(""))
                .contains("pull ai/big", "configure --context-size 4096 ai/big -- --fast", "configure ai/there");
        assertThat(log("pull")).hasSize(1);
        String before = engine.containers().inspect("shop-web-1").id();
        compose().up(project, UpOptions.defaults());
        assertThat(engine.containers().inspect("shop-web-1").id()).isEqualTo(before);
    }

    @Test
    void cannotServeModelsWithoutThePlugin() {
        Map<String, ServiceModel> uses = new HashMap<>();
        uses.put("llm", null);
        Project project = Project.builder()
                .name("shop")
                .services(Map.of(
                        "web", Service.builder().image("busybox").models(uses).build()))
                .models(Map.of("llm", Model.builder().model("ai/big").build()))
                .build();
        assertThatThrownBy(() -> compose().up(project, UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("docker-model");
    }

    @Test
    void doNotHideProxiesFromContainers() throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                "{\"proxies\": {\"default\": {\"httpProxy\": \"http://proxy:3128\", \"noProxy\": \"localhost\"}}}");
        Project project = Project.builder()
                .name("shop")
                .services(Map.of(
                        "web",
                        Service.builder()
                                .image("busybox")
                                .environment(Map.of("NO_PROXY", "own"))
                                .build()))
                .build();
        compose().up(project, UpOptions.defaults());
        assertThat(environmentOf("shop-web-1"))
                .contains(
                        "http_proxy=http://proxy:3128",
                        "HTTP_PROXY=http://proxy:3128",
                        "no_proxy=localhost",
                        "NO_PROXY=own")
                .doesNotContain("NO_PROXY=localhost");
        String before = engine.containers().inspect("shop-web-1").id();
        Files.delete(folder.resolve("config.json"));
        compose().up(project, UpOptions.defaults());
        assertThat(engine.containers().inspect("shop-web-1").id()).isEqualTo(before);
    }

    @Test
    void cannotRunHooksForEachReplica() {
        Hook hook = Hook.builder().command(List.of("true")).perReplica(true).build();
        Project project = Project.builder()
                .name("shop")
                .services(Map.of(
                        "web",
                        Service.builder()
                                .image("busybox")
                                .preStart(List.of(hook))
                                .build()))
                .build();
        assertThatThrownBy(() -> compose().up(project, UpOptions.defaults()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("services.web.pre_start: per_replica is not supported");
    }
}
