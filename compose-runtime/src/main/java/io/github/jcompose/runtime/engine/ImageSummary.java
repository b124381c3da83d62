package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image as a list tells it ({@code GET /images/json}).
 *
 * @param id with {@code sha256:}
 * @param tags such as {@code nginx:1.27}
 * @param digests such as {@code nginx@sha256:…}
 * @param created when
 * @param size in bytes
 * @param labels by name
 * @param raw the whole answer
 */
public record ImageSummary(
        String id,
        List<String> tags,
        List<String> digests,
        Instant created,
        long size,
        Map<String, String> labels,
        JsonObject raw) {

    private static final String NONE = "<none>";

    /** {@return the image that an item of the list tells} */
    public static ImageSummary of(JsonObject raw) {
        return new ImageSummary(
                raw.string("Id"),
                named(raw.strings("RepoTags")),
                named(raw.strings("RepoDigests")),
                raw.instant("Created").orElse(Instant.EPOCH),
                raw.number("Size"),
                raw.stringMap("Labels"),
                raw);
    }

    private static List<String> named(List<String> references) {
        return references.stream().filter(it -> !it.startsWith(NONE)).toList();
    }
}
