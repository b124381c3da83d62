package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the lines of one container that no earlier reading of its log has given. Each reading needs the engine's
 * times. Within a reading the times may go back a little, as the two outputs of a process come in turn.
 */
public final class Unseen implements LogSink {
    private final LogSink sink;
    private final boolean timestamped;
    private @Nullable Instant before;
    private @Nullable Instant newest;

    /**
     * @param timestamped whether the lines keep their times
     */
    public Unseen(LogSink sink, boolean timestamped) {
        this.sink = sink;
        this.timestamped = timestamped;
    }

    /** Begins another reading. */
    public synchronized void begin() {
        before = newest;
    }

    /** {@return the time of the newest line; null before the first} */
    synchronized @Nullable Instant newest() {
        return newest;
    }

    @Override
    public void line(LogLine line) {
        Instant time = line.timestamp();
        if (time != null && !isNew(time)) {
            return;
        }
        sink.line(
                timestamped || time == null
                        ? line
                        : new LogLine(
                                line.source(),
                                line.service(),
                                line.container(),
                                line.number(),
                                line.stream(),
                                line.text(),
                                null));
    }

    private synchronized boolean isNew(Instant time) {
        if (before != null && !time.isAfter(before)) {
            return false;
        }
        if (newest == null || time.isAfter(newest)) {
            newest = time;
        }
        return true;
    }
}
