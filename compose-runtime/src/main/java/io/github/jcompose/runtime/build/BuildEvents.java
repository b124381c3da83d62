package io.github.jcompose.runtime.build;

import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.work.Events;

/** Tells of a build in events. */
final class BuildEvents implements BuildListener {
    private static final String WORKING = "Building";

    private final Events events;
    private final BuildTask task;
    private final boolean quiet;

    /**
     * @param quiet whether output and layers are left out
     */
    BuildEvents(Events events, BuildTask task, boolean quiet) {
        this.events = events;
        this.task = task;
        this.quiet = quiet;
    }

    @Override
    public void step(int number, int total, String text) {
        events.emit(
                new Progress(ResourceKind.IMAGE, task.image(), null, Status.WORKING, WORKING, text, number - 1, total));
    }

    @Override
    public void line(String text) {
        if (!quiet) {
            events.emit(new BuildOutput(task.image(), task.service(), text));
        }
    }

    @Override
    public void layer(PullProgress layer) {
        if (!quiet && !layer.id().isEmpty()) {
            boolean done = layer.status().endsWith("complete") || layer.status().equals("Already exists");
            String parent = Progress.of(ResourceKind.IMAGE, task.image(), Status.WORKING, "")
                    .id();
            events.emit(new Progress(
                    ResourceKind.LAYER,
                    layer.id(),
                    parent,
                    done ? Status.DONE : Status.WORKING,
                    layer.status(),
                    "",
                    layer.current(),
                    layer.total()));
        }
    }
}
