package io.github.jcompose.runtime.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that a container wrote.
 *
 * @param source the name to show: the container's without the project's where it is the default name
 * @param service the service
 * @param container the whole name of the container
 * @param number the number of the replica; 0 for a one-off container
 * @param stream where it was written
 * @param text the line without its end; carriage returns within it are kept
 * @param timestamp when the engine received it; null unless asked for
 */
public record LogLine(
        String source,
        String service,
        String container,
        int number,
        Stream stream,
        String text,
        @Nullable Instant timestamp) {

    /** An output of a process. */
    public enum Stream {
        STDOUT,
        STDERR
    }
}
