package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts the output of one container into lines. */
public final class OutputReader {
    /** The length of a time of the engine. */
    private static final int TIME = "2006-01-02T15:04:05.000000000Z".length();

    private final LogSource source;
    private final LogSink sink;
    private final boolean timestamped;
    private final @Nullable Clock arrival;
    private final LineTime times = new LineTime();
    private final LineAssembler stdout = new LineAssembler(line -> give(LogLine.Stream.STDOUT, line));
    private final LineAssembler stderr = new LineAssembler(line -> give(LogLine.Stream.STDERR, line));

    /**
     * @param timestamped whether each line begins with the engine's time of it
     * @param arrival gives the time of a line that has none; null to leave it without
     */
    public OutputReader(LogSource source, LogSink sink, boolean timestamped, @Nullable Clock arrival) {
        this.source = source;
        this.sink = sink;
        this.timestamped = timestamped;
        this.arrival = arrival;
    }

    /**
     * Reads until the stream ends.
     *
     * @throws io.github.jcompose.runtime.error.EngineException if it breaks off
     */
    public void read(FrameStream stream) {
        try {
            for (Frame frame = stream.next(); frame != null; frame = stream.next()) {
                take(frame);
            }
        } finally {
            end();
        }
    }

    /** Takes the next piece. */
    void take(Frame frame) {
        LineAssembler lines = frame.source() == Frame.Source.STDERR ? stderr : stdout;
        byte[] bytes = frame.bytes();
        // Of a long line, each part has a time.
        lines.add(timestamped && lines.isOpen() ? withoutTime(bytes) : bytes);
    }

    /** Gives the last lines even though their ends are missing. */
    void end() {
        stdout.end();
        stderr.end();
    }

    private byte[] withoutTime(byte[] bytes) {
        boolean timed = bytes.length > TIME
                && bytes[TIME] == ' '
                && times.parse(new String(bytes, 0, TIME, StandardCharsets.US_ASCII)) != null;
        return timed ? Arrays.copyOfRange(bytes, TIME + 1, bytes.length) : bytes;
    }

    private void give(LogLine.Stream stream, String line) {
        int space = timestamped ? line.indexOf(' ') : -1;
        Instant time = space < 0 ? null : times.parse(line.substring(0, space));
        String text = time == null ? line : line.substring(space + 1);
        if (time == null && timestamped) {
            time = times.parse(line);
            text = time == null ? line : "";
        }
        if (time == null && arrival != null) {
            time = arrival.instant();
        }
        sink.line(new LogLine(
                source.source(), source.service(), source.container(), source.number(), stream, text, time));
    }
}
