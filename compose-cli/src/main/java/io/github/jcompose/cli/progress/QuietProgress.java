package io.github.jcompose.cli.progress;

import io.github.jcompose.runtime.event.ComposeEvent;
import java.io.PrintStream;
import java.time.Clock;

/** Shows warnings and errors only. */
public final class QuietProgress implements ProgressView {
    private final PlainProgress lines;

    /** Shows warnings and errors on this stream. */
    public QuietProgress(PrintStream err, Clock clock) {
        lines = new PlainProgress(err, clock);
    }

    @Override
    public void on(ComposeEvent event) {
        if (event instanceof ComposeEvent.Warning warning) {
            warn(warning.message());
        }
    }

    @Override
    public void warn(String message) {
        lines.warn(message);
    }

    @Override
    public void error(String message) {
        lines.error(message);
    }

    @Override
    public void tell(String message) {
        lines.tell(message);
    }
}
