package io.github.jcompose.runtime.execute;

import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.logs.LogSource;
import io.github.jcompose.runtime.logs.OutputReader;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes the output of a hook on, and keeps its end for the message of a failure. */
public final class HookOutput {
    private static final int LINES = 10;
    private static final int CHARACTERS = 2048;

    private final LogSink sink;
    private final Deque<String> stdout = new ArrayDeque<>();
    private final Deque<String> stderr = new ArrayDeque<>();

    /** Passes the output on to that sink. */
    public HookOutput(LogSink sink) {
        this.sink = sink;
    }

    /**
     * Reads to the end of the stream.
     *
     * @param service whose hook it is
     * @param container in which it runs
     * @param source the name to show
     */
    public void read(FrameStream stream, String service, String container, String source) {
        LogSource from = new LogSource(container, source, service, container, 0);
        new OutputReader(from, this::line, false, null).read(stream);
    }

    private void line(LogLine line) {
        Deque<String> lines = line.stream() == LogLine.Stream.STDERR ? stderr : stdout;
        // Of a line that a progress bar wrote over and over, what a terminal would show in the end.
        String text = line.text().endsWith("\r")
                ? line.text().substring(0, line.text().length() - 1)
                : line.text();
        lines.addLast(text.substring(text.lastIndexOf('\r') + 1));
        if (lines.size() > LINES) {
            lines.removeFirst();
        }
        sink.line(line);
    }

    /** {@return the last lines behind a colon, those of standard error if there are any; empty for none} */
    public String tail() {
        String text = String.join("\n", stderr.isEmpty() ? stdout : stderr).strip();
        String tail = text.length() > CHARACTERS ? text.substring(text.length() - CHARACTERS) : text;
        return tail.isEmpty() ? "" : ": " + tail;
    }
}
