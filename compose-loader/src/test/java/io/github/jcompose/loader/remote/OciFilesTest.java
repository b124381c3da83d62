package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OciFilesTest {
    private static final String WEB = "services: {web: {image: nginx}}\n";

    private final FakeRegistry registry = new FakeRegistry();
    private final ProjectFolder local;
    private final Path cache;
    private Optional<Credentials> login = Optional.empty();

    OciFilesTest(@TempDir Path folder) {
        local = new ProjectFolder(folder.resolve("local")).file(".keep", "");
        cache = folder.resolve("cache");
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private RemoteAccess remote() {
        return RemoteAccess.builder(cache)
                .credentials(host -> host.equals(registry.host()) ? login : Optional.empty())
                .build();
    }

    private String reference(String name) {
        return "oci://" + registry.host() + "/" + name;
    }

    private Project load(String name) {
        return local.load(options -> options.files(List.of(reference(name))).remote(remote()));
    }

    private String refusal(String name) {
        return local.refusal(options -> options.files(List.of(reference(name))).remote(remote()));
    }

    @Test
    void loadsAnApplicationWithItsOverridesBasesAndVariables() {
        registry.application(
                "acme/shop",
                "v1",
                List.of(
                        registry.compose("acme/shop", """
                                name: shop
                                services:
                                  web: {image: nginx, env_file: web.env}
                                  api: {extends: {file: base.yaml, service: base}}
                                """),
                        registry.compose("acme/shop", "services: {web: {image: httpd}}"),
                        registry.extended("acme/shop", "base.yaml", "services: {base: {image: python}}"),
                        registry.variables("acme/shop", "web.env", "A=1\n")));

        Project project = load("acme/shop:v1");

        assertThat(project.name()).isEqualTo("shop");
        assertThat(ProjectFolder.service(project, "web").image()).isEqualTo("httpd");
        assertThat(ProjectFolder.service(project, "web").environment()).containsEntry("A", "1");
        assertThat(ProjectFolder.service(project, "api").image()).isEqualTo("python");
    }

    @Test
    void leavesNothingInACacheThatIsFull() throws Exception {
        String big = "services: {web: {image: nginx, labels: {long: " + "x".repeat(100_000) + "}}}";
        registry.application("shop", "v1", List.of(registry.compose("shop", big)));
        try (SmallDisk disk = SmallDisk.mounted()) {
            Path full = disk.folder().resolve("jcompose");
            String refusal = local.refusal(options -> options.files(List.of(reference("shop:v1")))
                    .remote(RemoteAccess.builder(full).build()));

            assertThat(refusal).contains("cannot write to the cache in " + full + ": No space left on device");
            try (Stream<Path> files = Files.walk(full)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
        assertThat(load("shop:v1").services()).containsKey("web");
    }

    @Test
    void findsTheApplicationAmongTheManifestsOfAnIndex() {
        String digest = registry.application("shop", "part", List.of(registry.compose("shop", WEB)));
        registry.manifest(
                "shop",
                "latest",
                Map.of(
                        "schemaVersion",
                        2,
                        "manifests",
                        List.of(
                                Map.of("digest", "sha256:" + "0".repeat(64)),
                                Map.of("digest", digest, "artifactType", FakeRegistry.PROJECT))));

        assertThat(load("shop").services()).containsOnlyKeys("web");
    }

    @Test
    void loadsApplicationsOfTheOlderFormat() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("config", Map.of("mediaType", "application/vnd.docker.compose.config.empty.v1+json"));
        manifest.put("layers", List.of(registry.compose("shop", WEB)));
        registry.manifest("shop", "latest", manifest);

        assertThat(load("shop").services()).containsOnlyKeys("web");
    }

    @Test
    void includesAnApplicationWithItsVariables() {
        registry.application(
                "shop",
                "v1",
                List.of(
                        registry.compose("shop", "services: {web: {image: \"nginx:${TAG}\"}}"),
                        registry.variables("shop", ".env", "TAG=1.25")));
        local.file("compose.yaml", "include: ['" + reference("shop:v1") + "']");

        assertThat(ProjectFolder.service(local.load(options -> options.remote(remote())), "web")
                        .image())
                .isEqualTo("nginx:1.25");
    }

    @Test
    void asksNothingTwiceForAKnownDigest() {
        String digest = registry.application("shop", "v1", List.of(registry.compose("shop", WEB)));

        load("shop@" + digest);
        int asked = registry.requests.size();
        load("shop:v1@" + digest);

        assertThat(registry.requests).hasSize(asked);
        assertThat(cache.resolve("oci/" + digest.replace(':', '-')).resolve("compose.yaml"))
                .hasContent(WEB);
    }

    @Test
    void getsTheFilesOfAKnownTagOnce() {
        registry.application("shop", "v1", List.of(registry.compose("shop", WEB)));

        load("shop:v1");
        load("shop:v1");

        assertThat(registry.requests)
                .filteredOn(path -> path.contains("/blobs/"))
                .hasSize(1);
    }

    @Test
    void refusesAnswersThatAreNotWhatTheirDigestSays() {
        String wanted = "sha256:" + "0".repeat(64);
        registry.put("/v2/shop/manifests/" + wanted, "{}".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> layer = registry.compose("forged", WEB);
        registry.put("/v2/forged/blobs/" + layer.get("digest"), "services: {}".getBytes(StandardCharsets.UTF_8));
        registry.application("forged", "latest", List.of(layer));

        assertThat(refusal("shop@" + wanted)).contains("the registry's answer is not what " + wanted + " stands for");
        assertThat(refusal("forged")).contains("the registry's answer is not what " + layer.get("digest"));
        assertThat(cache.resolve("oci")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.env", "a/b", "a\\b", "..", "", "compose.yaml"})
    void refusesFileNamesThatCouldLeaveTheFolder(String name) {
        registry.application(
                "shop", "latest", List.of(registry.compose("shop", WEB), registry.variables("shop", name, "A=1")));

        assertThat(refusal("shop")).contains("the artifact has a file with the name '" + name + "'");
        assertThat(Files.exists(cache.resolve("x.env"))).isFalse();
    }

    @Test
    void refusesArtifactsOfOtherKinds() {
        registry.manifest("image", "latest", Map.of("config", Map.of("mediaType", "other"), "layers", List.of()));
        registry.application("empty", "latest", List.of());
        registry.put("/v2/text/manifests/latest", "hello".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal("image")).contains("the artifact is not a compose application");
        assertThat(refusal("empty")).contains("the artifact has no compose file");
        assertThat(refusal("text")).contains("the registry's answer is not JSON");
        assertThat(refusal("missing:v1")).contains("no version v1 of " + registry.host() + "/missing");
    }

    @Test
    void refusesPathsThatLeaveTheArtifact() {
        registry.application(
                "shop", "latest", List.of(registry.compose("shop", "services: {a: {image: x, env_file: ../x.env}}")));

        assertThat(refusal("shop"))
                .startsWith(reference("shop") + ":1:36: services.a.env_file[0].path: a remote file must not name");
    }

    @Test
    void stopsReadingAnswersThatAreTooLarge() {
        registry.put("/v2/shop/manifests/latest", new byte[(4 << 20) + 1]);

        assertThat(refusal("shop")).contains("the answer is larger than 4194304 bytes");
    }

    @Test
    void stopsWaitingForAnAnswer() {
        registry.guard("/v2/", exchange -> true);
        RemoteAccess impatient =
                RemoteAccess.builder(cache).timeout(Duration.ofMillis(50)).build();

        assertThatThrownBy(() -> impatient.fetch(reference("shop")))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(registry.host());
    }

    @Test
    void logsInWithATokenOfTheRealm() {
        registry.application("shop", "latest", List.of(registry.compose("shop", WEB)));
        login = Optional.of(new Credentials("me", "secret"));
        registry.guard(
                "/v2/",
                exchange -> challenged(
                        exchange,
                        "Bearer t0ken",
                        "Bearer realm=\"http://" + registry.host()
                                + "/token\",service=\"here\",scope=\"repository:shop:pull\""));
        registry.guard("/token", exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            boolean known = ("Basic " + base64("me:secret")).equals(authorization(exchange))
                    && query.equals("scope=repository:shop:pull&service=here");
            FakeRegistry.send(exchange, known ? 200 : 401, "{\"token\": \"t0ken\"}".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThat(load("shop").services()).containsOnlyKeys("web");

        login = Optional.empty();
        assertThat(refusal("shop"))
                .contains("no permission to read " + registry.host() + "/shop; log in to " + registry.host());
    }

    @Test
    void logsInWithAPassword() {
        registry.application("shop", "latest", List.of(registry.compose("shop", WEB)));
        registry.guard("/v2/", exchange -> challenged(exchange, "Basic " + base64("me:secret"), "Basic realm=x"));

        assertThat(refusal("shop")).contains("no permission to read");
        login = Optional.of(new Credentials("me", "wrong"));
        assertThat(refusal("shop")).contains("no permission to read");
        login = Optional.of(new Credentials("me", "secret"));
        assertThat(load("shop").services()).containsOnlyKeys("web");
    }

    @Test
    void asksForTokensOnlyOverSecureConnections() {
        registry.guard("/v2/", exchange -> challenged(exchange, "x", "Bearer realm=\"http://192.0.2.1/token\""));

        assertThat(refusal("shop")).contains("sends to 'http://192.0.2.1/token").contains("not secure");
    }

    @Test
    void followsRedirectsWithoutThePassword() {
        try (FakeRegistry store = new FakeRegistry()) {
            Map<String, Object> layer = registry.compose("shop", WEB);
            registry.application("shop", "latest", List.of(layer));
            String blob = "/v2/shop/blobs/" + layer.get("digest");
            store.put("/store", WEB.getBytes(StandardCharsets.UTF_8));
            store.guard("/store", exchange -> {
                boolean told = authorization(exchange) != null;
                if (told) {
                    FakeRegistry.send(exchange, 400, null);
                }
                return told;
            });
            login = Optional.of(new Credentials("me", "secret"));
            registry.guard(
                    "/v2/shop/manifests",
                    exchange -> challenged(exchange, "Basic " + base64("me:secret"), "Basic realm=x"));
            registry.guard(blob, exchange -> redirect(exchange, "http://" + store.host() + "/store"));

            assertThat(load("shop").services()).containsOnlyKeys("web");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/x", "file:///etc/passwd", "ftp://h/x"})
    void refusesRedirectsToAddressesThatAreNotSecure(String target) {
        registry.guard("/v2/", exchange -> redirect(exchange, target));

        assertThat(refusal("shop")).contains("redirects to '" + target + "', which is not secure");
    }

    @Test
    void endsRedirectsInACircle() {
        registry.guard(
                "/v2/", exchange -> redirect(exchange, exchange.getRequestURI().getPath()));

        assertThat(refusal("shop")).contains("redirects in a circle");
    }

    private static boolean challenged(HttpExchange exchange, String wanted, String challenge) {
        if (wanted.equals(authorization(exchange))) {
            return false;
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
        FakeRegistry.send(exchange, 401, null);
        return true;
    }

    private static boolean redirect(HttpExchange exchange, String target) {
        exchange.getResponseHeaders().set("Location", target);
        FakeRegistry.send(exchange, 307, null);
        return true;
    }

    private static @Nullable String authorization(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
