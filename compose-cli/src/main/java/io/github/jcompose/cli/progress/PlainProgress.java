package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.text.Quoted;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line for each step; that bytes have arrived is no step. */
public final class PlainProgress implements ProgressView {
    private final PrintStream err;
    private final Clock clock;
    private final Map<String, String> phases = new HashMap<>();
    private @Nullable PlainSteps steps;

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
            line(steps().line(output));
        } else if (event instanceof BuildStep step) {
            line(steps().line(step));
        } else if (event instanceof BuildTransfer transfer) {
            line(steps().line(transfer));
        } else if (event instanceof ComposeEvent.Warning warning) {
            warn(warning.message());
        } else if (event instanceof ComposeEvent.OperationStarted) {
            phases.clear();
        }
    }

    /** Not made before there is a build. */
    private PlainSteps steps() {
        PlainSteps known = steps;
        if (known == null) {
            known = new PlainSteps();
            steps = known;
        }
        return known;
    }

    private void line(String text) {
        if (!text.isEmpty()) {
            err.println(text);
            err.flush();
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
