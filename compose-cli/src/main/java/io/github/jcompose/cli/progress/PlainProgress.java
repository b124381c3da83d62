package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.text.Quoted;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** A line for each step; that bytes have arrived is no step. */
public final class PlainProgress implements ProgressView {
    private final PrintStream err;
    private final Clock clock;
    private final Map<String, String> phases = new HashMap<>();

    /** Shows progress on this stream. */
    public PlainProgress(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public synchronized void on(ComposeEvent event) {
        if (event instanceof Progress progress) {
            String phase = progress.total() > 0 ? progress.text() + ' ' : progress.text() + ' ' + progress.details();
            if (!phase.equals(phases.put(progress.id(), phase))) {
                err.println(" " + progress.id() + " " + progress.text() + " " + progress.details());
                err.flush();
            }
        } else if (event instanceof BuildOutput output) {
            err.println(output.service() + " | " + output.text());
            err.flush();
        } else if (event instanceof ComposeEvent.Warning warning) {
            warn(warning.message());
        } else if (event instanceof ComposeEvent.OperationStarted) {
            phases.clear();
        }
    }

    @Override
    public synchronized void warn(String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        err.println("time=\"" + now + "\" level=warning msg=" + Quoted.of(message));
        err.flush();
    }

    @Override
    public synchronized void error(String message) {
        err.println(message);
        err.flush();
    }

    @Override
    public synchronized void tell(String message) {
        err.println(message);
        err.flush();
    }
}
