package io.github.jcompose.runtime;

import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.event.Progress;
import java.util.ArrayList;
import java.util.List;

/** Keeps the events of operations. */
final class Recorded implements ComposeListener {
    private final List<ComposeEvent> events = new ArrayList<>();
    private String awaited = "";
    private Runnable whenSeen = () -> {};

    @Override
    public synchronized void on(ComposeEvent event) {
        events.add(event);
        if (event instanceof BuildOutput output && output.text().equals(awaited)) {
            whenSeen.run();
        }
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

    /** {@return the steps of builds so far} */
    synchronized List<BuildStep> steps() {
        return events.stream()
                .filter(BuildStep.class::isInstance)
                .map(BuildStep.class::cast)
                .toList();
    }

    /** {@return everything so far, as text} */
    synchronized String everything() {
        return events.toString();
    }

    /** Does something as soon as a build puts that line out. */
    synchronized void onOutput(String line, Runnable action) {
        awaited = line;
        whenSeen = action;
    }

    /** {@return the warnings so far} */
    synchronized List<String> warnings() {
        return events.stream()
                .filter(ComposeEvent.Warning.class::isInstance)
                .map(e -> ((ComposeEvent.Warning) e).message())
                .toList();
    }
}
