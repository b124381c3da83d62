package io.github.jcompose.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a container's log is wanted ({@code GET /containers/{id}/logs}).
 *
 * @param follow whether to go on with what comes later, until the container ends
 * @param stdout whether standard output is wanted
 * @param stderr whether standard error is wanted
 * @param since null for the beginning
 * @param until null for the end
 * @param tail how many of the last lines; negative for all
 * @param timestamps whether each line begins with its RFC 3339 time
 */
public record LogOptions(
        boolean follow,
        boolean stdout,
        boolean stderr,
        @Nullable Instant since,
        @Nullable Instant until,
        int tail,
        boolean timestamps) {

    /** {@return options for the whole log up to now} */
    public static LogOptions all() {
        return new LogOptions(false, true, true, null, null, -1, false);
    }

    /** {@return the same, going on with what comes later} */
    public LogOptions following() {
        return new LogOptions(true, stdout, stderr, since, until, tail, timestamps);
    }

    /** {@return the same, from that time on} */
    public LogOptions since(Instant time) {
        return new LogOptions(follow, stdout, stderr, time, until, tail, timestamps);
    }

    /** {@return the same, up to that time} */
    public LogOptions until(Instant time) {
        return new LogOptions(follow, stdout, stderr, since, time, tail, timestamps);
    }

    /** {@return the same, only so many of the last lines} */
    public LogOptions tail(int lines) {
        return new LogOptions(follow, stdout, stderr, since, until, lines, timestamps);
    }

    /** {@return the same, with a time before each line} */
    public LogOptions timestamped() {
        return new LogOptions(follow, stdout, stderr, since, until, tail, true);
    }
}
