package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts applications into registries, as {@link OciArtifacts} gets them. */
final class OciPublisher {
    /** The version of docker compose whose format this is. */
    private static final String VERSION = "5.5.0";

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private final RegistryClient registries;

    OciPublisher(RegistryClient registries) {
        this.registries = registries;
    }

    /** {@return the reference with the digest, from {@code oci://} on} */
    String publish(String name, List<ArtifactFile> files, PublishFormat format) {
        OciReference reference = OciReference.ofName(name);
        RegistrySession session = registries.open(reference);
        BlobUploads uploads = new BlobUploads(session);
        List<Map<String, Object>> layers = new ArrayList<>();
        for (ArtifactFile file : files) {
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            uploads.blob(bytes);
            layers.add(layer(file, bytes));
        }
        uploads.blob(NOTHING);
        byte[] manifest = put(uploads, reference.tag(), layers, format);
        if (!format.images().isEmpty()) {
            index(session, uploads, format, descriptor(MediaTypes.MANIFEST, manifest));
        }
        return "oci://" + reference.repositoryName() + "@" + ContentDigest.of(manifest);
    }

    /** {@return the manifest that the registry took} */
    private static byte[] put(BlobUploads uploads, String tag, List<Map<String, Object>> layers, PublishFormat format) {
        if (!PublishFormat.OCI_1_0.equals(format.version())) {
            byte[] manifest = manifest(layers, true);
            try {
                uploads.manifest(tag, MediaTypes.MANIFEST, manifest);
                return manifest;
            } catch (RefusalException e) {
                // A registry may be older than artifact types.
                boolean refused = e.status() / 100 == 4 && e.status() != 407 && e.status() != 429;
                if (!refused || PublishFormat.OCI_1_1.equals(format.version())) {
                    throw e;
                }
            }
        }
        byte[] manifest = manifest(layers, false);
        uploads.manifest(tag, MediaTypes.MANIFEST, manifest);
        return manifest;
    }

    private static byte[] manifest(List<Map<String, Object>> layers, boolean hasType) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2L);
        manifest.put("mediaType", MediaTypes.MANIFEST);
        if (hasType) {
            manifest.put("artifactType", MediaTypes.PROJECT);
        }
        manifest.put("config", descriptor(hasType ? MediaTypes.EMPTY : MediaTypes.EMPTY_CONFIG, NOTHING));
        manifest.put("layers", layers);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        manifest.put("annotations", Map.of("org.opencontainers.image.created", now));
        return Json.compact(manifest).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> layer(ArtifactFile file, byte[] bytes) {
        boolean variables = file.kind() == ArtifactFile.Kind.VARIABLES;
        Map<String, Object> layer = descriptor(variables ? MediaTypes.ENV_FILE : MediaTypes.COMPOSE_FILE, bytes);
        Map<String, Object> notes = new LinkedHashMap<>();
        notes.put(MediaTypes.VERSION_NOTE, VERSION);
        notes.put(variables ? MediaTypes.ENV_FILE_NOTE : MediaTypes.FILE_NOTE, file.name());
        if (file.kind() == ArtifactFile.Kind.EXTENDED) {
            notes.put(MediaTypes.EXTENDS_NOTE, "true");
        }
        layer.put("annotations", notes);
        return layer;
    }

    private static Map<String, Object> descriptor(String type, byte[] bytes) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", type);
        descriptor.put("digest", ContentDigest.of(bytes));
        descriptor.put("size", (long) bytes.length);
        return descriptor;
    }

    /** Puts the images into the repository, and a list of them that belongs to the application. */
    private void index(
            RegistrySession session, BlobUploads uploads, PublishFormat format, Map<String, Object> subject) {
        ImageCopies copies = new ImageCopies(registries, session);
        List<Map<String, Object>> images = new ArrayList<>();
        for (String image : format.images()) {
            images.add(copies.copy(OciReference.ofName(image)));
        }
        subject.put("artifactType", MediaTypes.PROJECT);
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("schemaVersion", 2L);
        index.put("mediaType", MediaTypes.INDEX);
        index.put("manifests", images);
        index.put("subject", subject);
        index.put("annotations", Map.of(MediaTypes.VERSION_NOTE, VERSION));
        byte[] bytes = Json.compact(index).getBytes(StandardCharsets.UTF_8);
        uploads.manifest(ContentDigest.of(bytes), MediaTypes.INDEX, bytes);
    }
}
