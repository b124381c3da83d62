package io.github.jcompose.cli.log;

import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** Writes log lines with a prefix that tells the containers apart. */
public final class LogPrinter implements LogSink {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final PrintStream err;
    private final LogStyle style;
    private final Prefixes prefixes;

    /** Writes to these streams. */
    public LogPrinter(PrintStream out, PrintStream err, LogStyle style) {
        this.out = out;
        this.err = err;
        this.style = style;
        this.prefixes = new Prefixes(style.colours());
    }

    /** Makes room for the names of these sources, so that the prefixes are of the same width from the first line on. */
    public synchronized void expect(Collection<String> sources) {
        sources.forEach(prefixes::makeRoom);
    }

    @Override
    public synchronized void line(LogLine line) {
        boolean apart = style.stderrApart() && line.stream() == LogLine.Stream.STDERR;
        StringBuilder text = new StringBuilder();
        if (style.prefix()) {
            text.append(prefixes.of(line.source()));
        }
        Instant timestamp = line.timestamp();
        if (timestamp != null) {
            text.append(TIMESTAMP.format(timestamp)).append(' ');
        }
        write(apart ? err : out, text.append(line.text()).append('\n'));
    }

    @Override
    public synchronized void status(ContainerEvent event) {
        String text = switch (event.type()) {
            case EXITED ->
                event.source() + " exited with code " + event.exitCode() + (event.restarting() ? " (restarting)" : "");
            case RECREATED -> event.source() + " has been recreated";
            case CREATED, STARTED, RESTARTED, STOPPED -> "";
        };
        if (!text.isEmpty()) {
            write(out, text + "\n");
        }
    }

    /** Ends with an exception once nobody reads any more, so that {@code jcompose logs | head} comes to an end. */
    private static void write(PrintStream stream, CharSequence text) {
        stream.append(text);
        if (stream.checkError()) {
            throw new OutputClosedException();
        }
    }
}
