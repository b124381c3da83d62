package io.github.jcompose.junit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.junit.EnabledIfEngineAvailable;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import io.github.jcompose.runtime.FollowedLogs;
import io.github.jcompose.runtime.ServiceHandle;
import io.github.jcompose.runtime.WaitFor;
import io.github.jcompose.runtime.session.ExecResult;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The examples of docs/embedding.md. */
@EnabledIfEngineAvailable
class EmbeddingExamplesIT {
    private static String get(URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void file() throws Exception {
        String page;
        // begin file
        Project project = ComposeLoader.load(Path.of("src/test/resources/shop/compose.yaml"));
        EnvironmentOptions options = EnvironmentOptions.isolated()
                .waits(List.of(WaitFor.http("web", 80, "/")))
                .build();
        try (Compose compose = Compose.connect();
                Environment shop = compose.open(project, options)) {
            URI web = shop.service("web").uri("http", 80);
            page = get(web);
        } // closing the environment takes it down
        // end
        assertThat(page).isEqualTo("welcome\n");
    }

    @Test
    void built() {
        // begin built
        Service db = Service.of("redis:7-alpine")
                .healthcheck(Healthcheck.shell("redis-cli ping")
                        .interval(Duration.ofMillis(300))
                        .build())
                .build();
        Service web = Service.of("busybox:1.36")
                .command(List.of("httpd", "-f", "-p", "80", "-h", "/www"))
                .ports(List.of(Port.of(8080, 80)))
                .configs(List.of(FileReference.builder()
                        .source("page")
                        .target("/www/index.html")
                        .build()))
                .dependsOn(Map.of("db", Dependency.on(DependencyCondition.SERVICE_HEALTHY)))
                .build();
        Project shop = Project.named("shop")
                .services(Map.of("db", db, "web", web))
                .configs(Map.of("page", Config.builder().content("welcome").build()))
                .build();
        ComposeLoader.validate(shop);
        String yaml = ProjectWriter.yaml(shop);
        // end
        assertThat(yaml).contains("name: shop", "condition: service_healthy", "content: welcome");
    }

    @Test
    void changed() {
        // begin changed
        Project shop = ComposeLoader.load(Path.of("src/test/resources/shop/compose.yaml"));
        Project withoutWeb = shop.withService(
                        "db", db -> db.image("redis:7-alpine").hostname("cache"))
                .withoutService("web");
        // end
        assertThat(withoutWeb.services()).containsOnlyKeys("db");
    }

    @Test
    void override() {
        // begin override
        String override = """
                services:
                  web: {environment: {MODE: test}}
                  db: {ports: !reset []}
                """;
        Project shop = ComposeLoader.builder()
                .files(List.of("src/test/resources/shop/compose.yaml", "-"))
                .standardInput(new ByteArrayInputStream(override.getBytes(StandardCharsets.UTF_8)))
                .build()
                .load();
        // end
        assertThat(shop.services().get("web").environment()).containsEntry("MODE", "test");
        assertThat(shop.services().get("web").image()).isEqualTo("busybox:1.36");
        assertThat(shop.services().get("db").ports()).isEmpty();
    }

    @Test
    void handle() {
        try (Compose compose = Compose.connect();
                Environment shop = compose.open(
                        ComposeLoader.load(Path.of("src/test/resources/shop/compose.yaml")),
                        EnvironmentOptions.isolated().build())) {
            Queue<String> lines = new ConcurrentLinkedQueue<>();
            // begin handle
            ServiceHandle db = shop.service("db");
            int port = db.hostPort(6379);
            String id = db.containerId();
            String health = db.health();

            ExecResult result = db.exec("redis-cli", "set", "greeting", "hello");
            String output = result.out();
            int code = result.exitCode();

            db.copyInto(Path.of("src/test/resources/shop/compose.yaml"), "/tmp/compose.yaml");

            FollowedLogs logs = shop.followLogs(line -> lines.add(line.service() + ": " + line.text()));
            db.restart();
            logs.close();

            String states = shop.snapshot().text();
            // end
            assertThat(port).isPositive();
            assertThat(id).hasSize(64);
            assertThat(health).isEqualTo("healthy");
            assertThat(output).isEqualTo("OK\n");
            assertThat(code).isZero();
            assertThat(states).contains("state: running");
        }
    }

    @Test
    void waitsAndFaults() {
        try (Compose compose = Compose.connect();
                Environment shop = compose.open(
                        ComposeLoader.load(Path.of("src/test/resources/shop/compose.yaml")),
                        EnvironmentOptions.isolated().build())) {
            // begin waits
            shop.await(
                    Duration.ofSeconds(30),
                    WaitFor.healthy("db"),
                    WaitFor.logLine("web", "serv(ing|ed)"),
                    WaitFor.tcp("db", 6379),
                    WaitFor.http("web", 80, "/"),
                    WaitFor.that(
                            "an empty database",
                            environment -> environment
                                    .service("db")
                                    .exec("redis-cli", "dbsize")
                                    .out()
                                    .startsWith("0")));
            // end
            // begin faults
            ServiceHandle db = shop.service("db");
            db.disconnect("default"); // as if a cable were drawn
            db.reconnect("default"); // with the names that it had
            db.pause();
            db.unpause();
            db.kill("SIGKILL");
            db.start();
            shop.await(Duration.ofSeconds(30), WaitFor.healthy("db"));
            // end
            assertThat(db.state()).isEqualTo("running");
        }
    }
}
