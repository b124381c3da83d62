package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a registry on this machine, as scripts/engine starts one; {@code JCOMPOSE_REGISTRY_PORT} tells its port. */
class OciFilesIT {
    private static final String REGISTRY =
            "127.0.0.1:" + System.getenv().getOrDefault("JCOMPOSE_REGISTRY_PORT", "5000");
    private static final String REPOSITORY = "jcompose-test/shop";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String COMPOSE = "application/vnd.docker.compose.file+yaml";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @BeforeEach
    void requireRegistry() throws InterruptedException {
        int status;
        try {
            status = send(HttpRequest.newBuilder(URI.create("http://" + REGISTRY + "/v2/")))
                    .statusCode();
        } catch (IOException e) {
            status = 0;
        }
        assumeThat(status).as("a registry answers at " + REGISTRY).isEqualTo(200);
    }

    @Test
    void loadsAnApplicationFromARegistry(@TempDir Path folder) throws IOException, InterruptedException {
        publish(
                "v1",
                List.of(
                        layer(COMPOSE, "services: {web: {image: nginx, env_file: web.env}}", Map.of()),
                        layer(COMPOSE, "services: {web: {extends: {file: base.yaml, service: base}}}", Map.of()),
                        layer(
                                COMPOSE,
                                "services: {base: {command: [run]}}",
                                Map.of("com.docker.compose.file", "base.yaml", "com.docker.compose.extends", "true")),
                        layer(
                                "application/vnd.docker.compose.envfile",
                                "A=1\n",
                                Map.of("com.docker.compose.envfile", "web.env"))));

        Project project = new ProjectFolder(folder)
                .load(options -> options.files(List.of("oci://" + REGISTRY + "/" + REPOSITORY + ":v1"))
                        .projectName("shop")
                        .allowRemote(folder.resolve("cache")));

        assertThat(ProjectFolder.service(project, "web").image()).isEqualTo("nginx");
        assertThat(ProjectFolder.service(project, "web").command()).containsExactly("run");
        assertThat(ProjectFolder.service(project, "web").environment()).containsEntry("A", "1");
    }

    @Test
    void publishesAnApplicationAndLoadsItAgain(@TempDir Path folder) {
        ProjectFolder files = new ProjectFolder(folder)
                .file("compose.yaml", "services: {web: {env_file: a.env, extends: {file: b/c.yaml, service: d}}}")
                .file("a.env", "A=${HERE:-1}\n")
                .file("b/c.yaml", "services: {d: {image: nginx}}");
        RemoteAccess remote = RemoteAccess.builder(folder.resolve("cache")).build();
        Publication publication = files.loader().build().publication(true);

        String reference =
                remote.publish(REGISTRY + "/" + REPOSITORY + ":again", publication.files(), PublishFormat.USUAL);
        String older = remote.publish(
                REGISTRY + "/" + REPOSITORY + ":older", publication.files(), new PublishFormat("1.0", List.of()));

        for (String from : List.of(reference, older, "oci://" + REGISTRY + "/" + REPOSITORY + ":again")) {
            Project project = files.load(options -> options.files(List.of(from)).remote(remote));
            assertThat(ProjectFolder.service(project, "web").image()).isEqualTo("nginx");
            assertThat(ProjectFolder.service(project, "web").environment()).containsEntry("A", "1");
        }
    }

    @Test
    void copiesImagesIntoTheRepository(@TempDir Path folder) throws IOException, InterruptedException {
        URI tag = URI.create("http://" + REGISTRY + "/v2/library/busybox/manifests/1.36");
        String accept = String.join(", ", MediaTypes.IMAGES);
        HttpResponse<String> image = send(HttpRequest.newBuilder(tag).header("Accept", accept));
        assumeThat(image.statusCode()).as("busybox is in the registry").isEqualTo(200);
        String digest = image.headers().firstValue("Docker-Content-Digest").orElseThrow();
        ArtifactFile file = new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.yaml", "services: {}");

        RemoteAccess.builder(folder)
                .build()
                .publish(
                        REGISTRY + "/" + REPOSITORY + ":app",
                        List.of(file),
                        new PublishFormat(null, List.of(REGISTRY + "/library/busybox:1.36")));

        URI copy = URI.create("http://" + REGISTRY + "/v2/" + REPOSITORY + "/manifests/" + digest);
        HttpResponse<String> copied = send(HttpRequest.newBuilder(copy).header("Accept", accept));
        assertThat(copied.statusCode()).isEqualTo(200);
        assertThat(copied.body()).isEqualTo(image.body());
    }

    @Test
    void saysThatATagDoesNotExist(@TempDir Path folder) {
        RemoteAccess remote = RemoteAccess.builder(folder).build();

        assertThatThrownBy(() -> remote.fetch("oci://" + REGISTRY + "/" + REPOSITORY + ":no-such-tag"))
                .isInstanceOf(RemoteException.class)
                .hasMessage("no version no-such-tag of " + REGISTRY + "/" + REPOSITORY);
    }

    private void publish(String tag, List<Map<String, Object>> layers) throws IOException, InterruptedException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2L);
        manifest.put("mediaType", MANIFEST);
        manifest.put("artifactType", "application/vnd.docker.compose.project");
        manifest.put("config", layer("application/vnd.oci.empty.v1+json", "{}", Map.of()));
        manifest.put("layers", layers);
        URI address = URI.create("http://" + REGISTRY + "/v2/" + REPOSITORY + "/manifests/" + tag);
        HttpResponse<String> response = send(HttpRequest.newBuilder(address)
                .header("Content-Type", MANIFEST)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.compact(manifest))));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private Map<String, Object> layer(String type, String text, Map<String, String> annotations)
            throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = FakeRegistry.digest(bytes);
        URI uploads = URI.create("http://" + REGISTRY + "/v2/" + REPOSITORY + "/blobs/uploads/");
        HttpResponse<String> started = send(HttpRequest.newBuilder(uploads).POST(HttpRequest.BodyPublishers.noBody()));
        URI upload = uploads.resolve(started.headers().firstValue("Location").orElseThrow());
        URI target = URI.create(upload + (upload.getQuery() == null ? "?" : "&") + "digest=" + digest);
        HttpResponse<String> stored = send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("mediaType", type);
        layer.put("digest", digest);
        layer.put("size", (long) bytes.length);
        layer.put("annotations", annotations);
        return layer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
