package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compose applications that were published to a registry, by digest. */
final class OciArtifacts implements RemoteResources {
    private static final String MAIN = "compose.yaml";
    private static final int LARGEST_MANIFEST = 4 << 20;
    private static final int LARGEST_LAYER = 16 << 20;
    private static final int MOST_LAYERS = 1_000;
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Cache cache;
    private final RegistryClient registries;

    OciArtifacts(Cache cache, RegistryClient registries) {
        this.cache = cache;
        this.registries = registries;
    }

    @Override
    public boolean accepts(String reference) {
        return OciReference.accepts(reference);
    }

    @Override
    public RemoteFile fetch(String text) {
        OciReference reference = OciReference.parse(text);
        Path known = reference.digest() == null ? null : cache.get("oci", key(reference.digest()));
        if (known != null) {
            return new RemoteFile(known, known.resolve(MAIN));
        }
        RegistrySession session = registries.open(reference);
        byte[] bytes = session.get(
                "manifests/" + reference.version(), MediaTypes.MANIFEST + ", " + MediaTypes.INDEX, LARGEST_MANIFEST);
        String digest = ContentDigest.of(bytes);
        if (reference.digest() != null && !reference.digest().equals(digest)) {
            throw changed(reference.digest());
        }
        Path folder = cache.put("oci", key(digest), target -> write(session, parse(bytes), target));
        return new RemoteFile(folder, folder.resolve(MAIN));
    }

    private static String key(String digest) {
        return digest.replace(':', '-');
    }

    private static void write(RegistrySession session, Map<?, ?> top, Path folder) throws IOException {
        Map<?, ?> manifest = top.get("manifests") instanceof List<?> list ? ofIndex(session, list) : top;
        if (!isCompose(manifest)) {
            throw new RemoteException("the artifact is not a compose application");
        }
        List<?> layers = manifest.get("layers") instanceof List<?> list ? list : List.of();
        if (layers.size() > MOST_LAYERS) {
            throw new RemoteException("the artifact has more than " + MOST_LAYERS + " files");
        }
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        for (Object layer : layers) {
            if (layer instanceof Map<?, ?> descriptor) {
                write(session, descriptor, folder, main);
            }
        }
        if (main.size() == 0) {
            throw new RemoteException("the artifact has no compose file");
        }
        Files.write(folder.resolve(MAIN), main.toByteArray(), StandardOpenOption.CREATE_NEW);
    }

    private static Map<?, ?> ofIndex(RegistrySession session, List<?> manifests) {
        for (Object one : manifests) {
            if (one instanceof Map<?, ?> descriptor && MediaTypes.PROJECT.equals(descriptor.get("artifactType"))) {
                String digest = digest(descriptor);
                byte[] bytes = session.get("manifests/" + digest, MediaTypes.MANIFEST, LARGEST_MANIFEST);
                return parse(verified(bytes, digest));
            }
        }
        throw new RemoteException("the artifact is not a compose application");
    }

    private static boolean isCompose(Map<?, ?> manifest) {
        return MediaTypes.PROJECT.equals(manifest.get("artifactType"))
                || (manifest.get("config") instanceof Map<?, ?> config
                        && MediaTypes.EMPTY_CONFIG.equals(config.get("mediaType")));
    }

    private static void write(RegistrySession session, Map<?, ?> layer, Path folder, ByteArrayOutputStream main)
            throws IOException {
        Object type = layer.get("mediaType");
        Map<?, ?> notes = layer.get("annotations") instanceof Map<?, ?> map ? map : Map.of();
        if (MediaTypes.ENV_FILE.equals(type)) {
            create(folder, notes.get(MediaTypes.ENV_FILE_NOTE), blob(session, layer));
        } else if (MediaTypes.COMPOSE_FILE.equals(type) && "true".equals(notes.get(MediaTypes.EXTENDS_NOTE))) {
            create(folder, notes.get(MediaTypes.FILE_NOTE), blob(session, layer));
        } else if (MediaTypes.COMPOSE_FILE.equals(type)) {
            // Later files override earlier ones, as the documents of one file do.
            main.write(main.size() == 0 ? new byte[0] : "\n---\n".getBytes(StandardCharsets.UTF_8));
            main.write(blob(session, layer));
        }
    }

    private static void create(Path folder, @Nullable Object name, byte[] content) throws IOException {
        String text = Objects.toString(name, "");
        boolean plain = !text.isEmpty()
                && text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ')
                && !List.of(".", "..", MAIN).contains(text);
        if (!plain) {
            throw new RemoteException("the artifact has a file with the name '" + text + "', which is not allowed");
        }
        Files.write(folder.resolve(text), content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static byte[] blob(RegistrySession session, Map<?, ?> layer) {
        String digest = digest(layer);
        return verified(session.get("blobs/" + digest, "*/*", LARGEST_LAYER), digest);
    }

    private static String digest(Map<?, ?> descriptor) {
        if (descriptor.get("digest") instanceof String digest
                && DIGEST.matcher(digest).matches()) {
            return digest;
        }
        throw new RemoteException(
                "the artifact names a part by '" + descriptor.get("digest") + "', not a sha256 digest");
    }

    private static byte[] verified(byte[] bytes, String digest) {
        if (!ContentDigest.of(bytes).equals(digest)) {
            throw changed(digest);
        }
        return bytes;
    }

    private static RemoteException changed(String digest) {
        return new RemoteException("the registry's answer is not what " + digest + " stands for");
    }

    private static Map<?, ?> parse(byte[] json) {
        try {
            return Json.parse(json) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException e) {
            throw new RemoteException("the registry's answer is " + e.getMessage(), e);
        }
    }
}
