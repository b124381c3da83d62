package io.github.jcompose.runtime.build;

import io.github.jcompose.runtime.build.task.BuildListener;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.work.Events;
import java.time.Duration;

/** Tells of a build in events. */
final class BuildEvents implements BuildListener {
    private final Events events;
    private final BuildTask task;
    private final boolean quiet;

    /**
     * @param quiet whether steps, output and layers are left out
     */
    BuildEvents(Events events, BuildTask task, boolean quiet) {
        this.events = events;
        this.task = task;
        this.quiet = quiet;
    }

    @Override
    public void step(int number, String name, BuildStep.State state, Duration took, String error) {
        if (!quiet) {
            events.emit(new BuildStep(task.image(), task.service(), number, name, state, took, error));
        }
    }

    @Override
    public void line(int step, String text) {
        if (!quiet) {
            events.emit(new BuildOutput(task.image(), task.service(), step, text));
        }
    }

    @Override
    public void transfer(int step, String name, long current, long total, boolean done) {
        if (!quiet) {
            events.emit(new BuildTransfer(task.image(), task.service(), step, name, current, total, done));
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

    @Override
    public void warning(String text) {
        events.warn(task.where() + ": " + text);
    }
}
