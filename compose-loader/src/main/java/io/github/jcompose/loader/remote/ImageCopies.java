package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies images from their repositories into another one, without an engine; what is there already stays. */
final class ImageCopies {
    private static final int LARGEST_MANIFEST = 4 << 20;
    private static final String ACCEPT = String.join(", ", MediaTypes.IMAGES);
    private final RegistryClient registries;
    private final RegistrySession target;
    private final BlobUploads uploads;

    ImageCopies(RegistryClient registries, RegistrySession target) {
        this.registries = registries;
        this.target = target;
        this.uploads = new BlobUploads(target);
    }

    /** {@return the descriptor of the image} */
    Map<String, Object> copy(OciReference image) {
        RegistrySession source = registries.open(image);
        Manifest manifest = Attempts.of(() -> read(source, image.version()));
        copy(source, manifest);
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", manifest.type());
        descriptor.put("digest", ContentDigest.of(manifest.bytes()));
        descriptor.put("size", (long) manifest.bytes().length);
        return descriptor;
    }

    @SuppressWarnings("ArrayRecordComponent") // Manifests are never compared.
    private record Manifest(String type, byte[] bytes, Map<?, ?> content) {}

    private static Manifest read(RegistrySession source, String version) {
        byte[] bytes = source.get("manifests/" + version, ACCEPT, LARGEST_MANIFEST);
        if (version.startsWith("sha256:") && !ContentDigest.of(bytes).equals(version)) {
            throw new RemoteException("the registry's answer is not what " + version + " stands for");
        }
        Map<?, ?> content;
        try {
            content = Json.parse(bytes) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException e) {
            throw new RemoteException("the registry's answer is " + e.getMessage(), e);
        }
        String type = Objects.toString(
                content.get("mediaType"), content.containsKey("manifests") ? MediaTypes.INDEX : MediaTypes.MANIFEST);
        if (!MediaTypes.IMAGES.contains(type)) {
            throw new RemoteException(source.reference().repositoryName() + ": " + version + " is no image but " + type
                    + ", which cannot be copied");
        }
        return new Manifest(type, bytes, content);
    }

    private void copy(RegistrySession source, Manifest manifest) {
        for (Object part : list(manifest.content().get("manifests"))) {
            String digest = digest(part);
            copy(source, Attempts.of(() -> read(source, digest)));
        }
        if (manifest.content().get("config") != null) {
            blob(source, manifest.content().get("config"));
        }
        list(manifest.content().get("layers")).forEach(layer -> blob(source, layer));
        uploads.manifest(ContentDigest.of(manifest.bytes()), manifest.type(), manifest.bytes());
    }

    private void blob(RegistrySession source, @Nullable Object descriptor) {
        String digest = digest(descriptor);
        if (descriptor instanceof Map<?, ?> layer && layer.get("urls") instanceof List<?>) {
            // Layers that only their owner may hand out stay with the owner.
            return;
        }
        boolean near = source.reference().host().equals(target.reference().host());
        uploads.blob(digest, near ? source.reference().repository() : null, () -> content(source, digest));
    }

    private static BodyPublisher content(RegistrySession source, String digest) {
        String path = "blobs/" + digest;
        HttpResponse<InputStream> response =
                source.send(RegistryRequest.get(source.address(path), "*/*"), BodyHandlers.ofInputStream());
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (response.statusCode() != 200) {
            throw new RemoteException("cannot copy " + path + " of "
                    + source.reference().repositoryName() + ": the registry answered with status "
                    + response.statusCode());
        }
        BodyPublisher body = BodyPublishers.ofInputStream(response::body);
        return length < 0 ? body : BodyPublishers.fromPublisher(body, length);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String digest(@Nullable Object descriptor) {
        if (descriptor instanceof Map<?, ?> map
                && map.get("digest") instanceof String digest
                && digest.matches("sha256:[0-9a-f]{64}")) {
            return digest;
        }
        throw new RemoteException("an image names a part not by a sha256 digest, which cannot be copied");
    }
}
