package io.github.jcompose.runtime;

import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.event.Progress;
import java.util.ArrayList;
import java.util.List;

/** Keeps the events of operations. */
final class Recorded implements ComposeListener {
    private final List<ComposeEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(ComposeEvent event) {
        events.add(event);
    }

    /** {@return the ids and texts of the progress so far, and forgets them} */
    synchronized List<String> progress() {
        List<String> lines = events.stream()
                .filter(Progress.class::isInstance)
                .map(Progress.class::cast)
                .map(p -> p.id() + " " + p.text())
                .toList();
        events.clear();
        return lines;
    }

    /** {@return the lines of builds so far} */
    synchronized List<String> buildOutput() {
        return events.stream()
                .filter(BuildOutput.class::isInstance)
                .map(e -> ((BuildOutput) e).text())
                .toList();
    }

    /** {@return the warnings so far} */
    synchronized List<String> warnings() {
        return events.stream()
                .filter(ComposeEvent.Warning.class::isInstance)
                .map(e -> ((ComposeEvent.Warning) e).message())
                .toList();
    }
}
