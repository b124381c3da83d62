package io.github.jcompose.runtime.inspect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The image of a container.
 *
 * @param container the name of the container
 * @param service the service
 * @param id with {@code sha256:}
 * @param repository the name it was asked for by, without tag; empty if that name has moved on to another image
 * @param tag empty if it was asked for by digest, or the name has moved on
 * @param platform such as {@code linux/arm64/v8}; empty if the image is gone
 * @param size in bytes; 0 if the image is gone
 * @param created null if the image is gone or does not say
 * @param lastTagged when the engine last gave it a name; null if it does not say
 */
public record ImageInfo(
        String container,
        String service,
        String id,
        String repository,
        String tag,
        String platform,
        long size,
        @Nullable Instant created,
        @Nullable Instant lastTagged) {}
