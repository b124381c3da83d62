package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.jcompose.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciPublishTest {
    private static final List<ArtifactFile> FILES = List.of(
            new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.yaml", "services: {web: {image: nginx}}"),
            new ArtifactFile(ArtifactFile.Kind.EXTENDED, "base.yaml", "services: {base: {image: nginx}}"),
            new ArtifactFile(ArtifactFile.Kind.VARIABLES, "web.env", "A=1\n"));

    private final FakeRegistry registry = new FakeRegistry();
    private final FakeUploads uploads = new FakeUploads(registry);
    private Optional<Credentials> login = Optional.empty();

    @TempDir
    Path cache;

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private RemoteAccess remote() {
        return RemoteAccess.builder(cache).credentials(host -> login).build();
    }

    private String publish(PublishFormat format) {
        return remote().publish(registry.host() + "/acme/shop:1", FILES, format);
    }

    private Map<?, ?> manifest() {
        byte[] json = registry("/v2/acme/shop/manifests/1");
        return Json.parse(json) instanceof Map<?, ?> map ? map : Map.of();
    }

    private byte[] registry(String path) {
        return uploads.taken.getOrDefault(path, new byte[0]);
    }

    @Test
    void publishesFilesThatCanBeFetchedByTheDigestThatItGives() throws Exception {
        String reference = publish(PublishFormat.USUAL);

        assertThat(reference).startsWith("oci://" + registry.host() + "/acme/shop@sha256:");
        byte[] manifest = registry("/v2/acme/shop/manifests/1");
        registry.put("/v2/acme/shop/manifests/" + ContentDigest.of(manifest), manifest);
        RemoteFile file = remote().fetch(reference);
        assertThat(Files.readString(file.file())).isEqualTo(FILES.get(0).text());
        assertThat(Files.readString(file.root().resolve("base.yaml")))
                .isEqualTo(FILES.get(1).text());
        assertThat(Files.readString(file.root().resolve("web.env"))).isEqualTo("A=1\n");
        assertThat(manifest().get("artifactType")).isEqualTo("application/vnd.docker.compose.project");
        assertThat(manifest().get("layers").toString())
                .contains("com.docker.compose.file=base.yaml, com.docker.compose.extends=true")
                .contains("mediaType=application/vnd.docker.compose.envfile")
                .contains("com.docker.compose.envfile=web.env");
    }

    @Test
    void sendsOnlyWhatTheRegistryLacks() {
        publish(PublishFormat.USUAL);
        uploads.taken.clear();

        publish(PublishFormat.USUAL);

        assertThat(uploads.taken).containsOnlyKeys("/v2/acme/shop/manifests/1");
    }

    @Test
    void fallsBackToTheOlderFormatOnlyIfNoneIsAskedFor() {
        AtomicInteger manifests = new AtomicInteger();
        uploads.refusing = exchange -> isManifest(exchange) && manifests.getAndIncrement() % 2 == 0 ? 400 : null;

        publish(PublishFormat.USUAL);

        assertThat(manifest().containsKey("artifactType")).isFalse();
        assertThat(manifest().get("config").toString()).contains("application/vnd.docker.compose.config.empty.v1+json");
        assertThatThrownBy(() -> publish(new PublishFormat("1.1", List.of())))
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith(registry.host() + " answered with status 400");
    }

    private static boolean isManifest(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().contains("/manifests/");
    }

    @Test
    void triesAgainWhenTheRegistryIsInTroubleForAMoment() {
        AtomicInteger requests = new AtomicInteger();
        uploads.refusing = exchange -> requests.incrementAndGet() % 3 == 0 ? 503 : null;

        publish(PublishFormat.USUAL);

        assertThat(manifest().get("layers"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void asksForTheTokenThatEachRequestNeeds() {
        login = Optional.of(new Credentials("user", "s3cret"));
        String basic = "Basic " + Base64.getEncoder().encodeToString("user:s3cret".getBytes(StandardCharsets.UTF_8));
        uploads.refusing = exchange -> challenge(exchange);
        registry.guard("/token", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo(basic);
            String scope = exchange.getRequestURI().getQuery().replaceFirst(".*scope=([^&]*).*", "$1");
            String token = scope.endsWith("push") ? "may-write" : "may-read";
            FakeRegistry.send(exchange, 200, ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8));
            return true;
        });

        publish(PublishFormat.USUAL);

        assertThat(uploads.taken).containsKey("/v2/acme/shop/manifests/1");
    }

    private @Nullable Integer challenge(HttpExchange exchange) {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean reading = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
        if (token.equals("Bearer may-write") || (reading && token.equals("Bearer may-read"))) {
            return null;
        }
        exchange.getResponseHeaders()
                .add(
                        "WWW-Authenticate",
                        "Bearer realm=\"http://" + registry.host()
                                + "/token\",service=\"fake\",scope=\"repository:acme/shop:"
                                + (reading ? "pull" : "pull,push") + "\"");
        return 401;
    }

    @Test
    void tellsAWrongPasswordFromNone() {
        uploads.refusing = exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"fake\"");
            return 401;
        };

        assertThatThrownBy(() -> publish(PublishFormat.USUAL))
                .hasMessage(
                        "no permission to write to " + registry.host() + "/acme/shop; log in to " + registry.host());
        login = Optional.of(new Credentials("user", "wr0ng"));
        assertThatThrownBy(() -> publish(PublishFormat.USUAL))
                .hasMessage("no permission to write to " + registry.host()
                        + "/acme/shop; check the user and password of 'docker login " + registry.host() + "'");
    }

    @Test
    void saysThatNoRegistryAnswers() {
        assertThatThrownBy(() -> remote().publish("127.0.0.1:1/acme/shop:1", FILES, PublishFormat.USUAL))
                .hasMessage("cannot read from 127.0.0.1:1: nothing answers there");
    }

    @Test
    void refusesNamesThatCannotBePublished() {
        assertThatThrownBy(() -> RemoteAccess.checkedName("ACME/Shop"))
                .hasMessage("not a name in a registry: 'ACME/Shop'; expected registry/repository:tag");
        assertThatThrownBy(() -> RemoteAccess.checkedName("acme/shop@sha256:" + "0".repeat(64)))
                .hasMessageStartingWith("cannot publish as 'acme/shop@sha256:");
        assertThat(RemoteAccess.checkedName("acme/shop")).isEqualTo("docker.io/acme/shop:latest");
        assertThat(RemoteAccess.checkedName("oci://ghcr.io/acme/shop:2")).isEqualTo("ghcr.io/acme/shop:2");
    }
}
