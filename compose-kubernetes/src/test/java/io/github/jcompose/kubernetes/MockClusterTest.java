package io.github.jcompose.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.github.jcompose.kubernetes.manifest.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that keeps objects takes them all, gives them back as they are, and lets go of them. */
@EnableKubernetesMockClient(crud = true)
class MockClusterTest {
    /** It tells of every request; kept here, since the log forgets settings of loggers that nobody holds. */
    private static final Logger REQUESTS = Logger.getLogger("io.fabric8.mockwebserver.MockWebServer");

    static {
        REQUESTS.setLevel(Level.WARNING);
    }

    KubernetesMockServer server;
    KubernetesClient client;

    static List<Golden> all() throws IOException {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsWhatIsApplied(Golden golden) {
        Manifests manifests = golden.manifests();
        byte[] stream = manifests.stream().getBytes(StandardCharsets.UTF_8);

        List<HasMetadata> created = apply(stream);
        assertThat(apply(stream)).as("applied again").hasSameSizeAs(created);

        assertThat(created).hasSameSizeAs(manifests.objects());
        for (HasMetadata object : created) {
            HasMetadata read = client.resource(object).get();
            assertThat(read).isNotNull();
            Manifest manifest = manifests.objects().stream()
                    .filter(candidate -> candidate.kind().equals(read.getKind())
                            && candidate.name().equals(read.getMetadata().getName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(read.getApiVersion()).isEqualTo(manifest.apiVersion());
            assertThat(read.getMetadata().getLabels()).containsEntry("app.kubernetes.io/managed-by", "jcompose");
        }

        client.load(new ByteArrayInputStream(stream)).delete();
        for (HasMetadata object : created) {
            assertThat(client.resource(object).get()).isNull();
        }
    }

    /** This server knows no server-side apply; created or else replaced is what comes nearest. */
    private List<HasMetadata> apply(byte[] stream) {
        return client.load(new ByteArrayInputStream(stream))
                .resources()
                .map(object -> object.createOr(NonDeletingOperation::update))
                .toList();
    }
}
