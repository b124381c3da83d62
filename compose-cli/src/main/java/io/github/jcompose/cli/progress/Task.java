package io.github.jcompose.cli.progress;

import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one resource of the operation that is shown. */
final class Task {
    private final long started;
    private long ended;
    private Progress latest;
    private final Map<String, Progress> parts = new LinkedHashMap<>();
    private @Nullable BuildSteps steps;

    Task(Progress first, long now) {
        latest = first;
        started = now;
        update(first, now);
    }

    void update(Progress progress, long now) {
        latest = progress;
        ended = progress.status() == Status.WORKING ? 0 : now;
    }

    void updatePart(Progress progress) {
        parts.put(progress.id(), progress);
    }

    /** {@return the steps of its build; none until one is told} */
    BuildSteps steps() {
        BuildSteps known = steps;
        if (known == null) {
            known = new BuildSteps();
            steps = known;
        }
        return known;
    }

    boolean hasSteps() {
        return steps != null;
    }

    Progress latest() {
        return latest;
    }

    Map<String, Progress> parts() {
        return parts;
    }

    boolean isWorking() {
        return latest.status() == Status.WORKING;
    }

    double seconds(long now) {
        return ((ended == 0 ? now : ended) - started) / 1e9;
    }

    static Task ofPart(Progress part, @Nullable String parent, long now) {
        Progress standIn = new Progress(
                part.kind(), parent == null ? part.name() : parent, null, Status.WORKING, part.text(), "", 0, 0);
        return new Task(standIn, now);
    }
}
