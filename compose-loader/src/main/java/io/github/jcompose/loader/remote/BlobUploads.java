package io.github.jcompose.loader.remote;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts content into a repository (OCI distribution specification, "Push"). */
final class BlobUploads {
    private static final int LARGEST_ANSWER = 1 << 20;
    private final RegistrySession session;

    BlobUploads(RegistrySession session) {
        this.session = session;
        session.write();
    }

    /** Puts a blob into the repository unless it is there. */
    void blob(byte[] bytes) {
        blob(ContentDigest.of(bytes), null, () -> BodyPublishers.ofByteArray(bytes));
    }

    /**
     * Puts a blob into the repository unless it is there.
     *
     * @param from a repository of the same registry that has it; null if there is none
     * @param content gives it where it must be sent
     */
    void blob(String digest, @Nullable String from, Supplier<BodyPublisher> content) {
        String path = "blobs/" + digest;
        RegistryRequest question = RegistryRequest.of("HEAD", session.address(path));
        if (Attempts.of(() -> sent(question, path, 200, 404)).statusCode() == 200) {
            return;
        }
        String mount = from == null ? "" : "?mount=" + encode(digest) + "&from=" + encode(from);
        RegistryRequest start = RegistryRequest.of("POST", session.address("blobs/uploads/" + mount));
        Attempts.of(() -> {
            HttpResponse<byte[]> started = sent(start, path, 202, 201);
            if (started.statusCode() == 201) {
                return started;
            }
            URI upload = session.address(started);
            URI end = URI.create(upload + (upload.getRawQuery() == null ? "?" : "&") + "digest=" + encode(digest));
            return sent(RegistryRequest.of("PUT", end).body("application/octet-stream", content), path, 201, 204);
        });
    }

    /** Puts a manifest into the repository under a tag or its digest. */
    void manifest(String version, String type, byte[] bytes) {
        String path = "manifests/" + version;
        RegistryRequest request =
                RegistryRequest.of("PUT", session.address(path)).body(type, () -> BodyPublishers.ofByteArray(bytes));
        Attempts.of(() -> sent(request, path, 201, 200));
    }

    private HttpResponse<byte[]> sent(RegistryRequest request, String path, int hoped, int alternative) {
        HttpResponse<byte[]> response = session.send(request, RegistrySession.limited(LARGEST_ANSWER));
        if (response.statusCode() == hoped || response.statusCode() == alternative) {
            return response;
        }
        throw session.failure(response, path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
