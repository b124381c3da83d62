package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An image as an inspection tells it ({@code GET /images/{name}/json}).
 *
 * @param id with {@code sha256:}
 * @param tags such as {@code nginx:1.27}
 * @param digests such as {@code nginx@sha256:…}
 * @param created when; the epoch if not told
 * @param size in bytes
 * @param os such as {@code linux}
 * @param architecture such as {@code arm64}
 * @param variant such as {@code v8}; often empty
 * @param labels by name
 * @param volumes the paths of its anonymous volumes
 * @param exposedPorts such as {@code 80/tcp}
 * @param raw the whole answer, for example with {@code Config}
 */
public record ImageDetails(
        String id,
        List<String> tags,
        List<String> digests,
        Instant created,
        long size,
        String os,
        String architecture,
        String variant,
        Map<String, String> labels,
        Set<String> volumes,
        Set<String> exposedPorts,
        JsonObject raw) {

    /** {@return the image that an inspection tells} */
    public static ImageDetails of(JsonObject raw) {
        JsonObject config = raw.object("Config");
        return new ImageDetails(
                raw.string("Id"),
                raw.strings("RepoTags"),
                raw.strings("RepoDigests"),
                raw.instant("Created").orElse(Instant.EPOCH),
                raw.number("Size"),
                raw.string("Os"),
                raw.string("Architecture"),
                raw.string("Variant"),
                config.stringMap("Labels"),
                config.object("Volumes").map().keySet(),
                config.object("ExposedPorts").map().keySet(),
                raw);
    }

    /** {@return the engine's {@code Config}} */
    public JsonObject config() {
        return raw.object("Config");
    }
}
