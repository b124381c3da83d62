package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.runtime.build.task.BuildListener;
import io.github.jcompose.runtime.build.wire.SolveStatus;
import io.github.jcompose.runtime.event.BuildStep;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes steps and lines of what BuildKit tells, and remembers what tells why a build fails. */
final class KitTrace {
    private static final int LINES_KEPT = 20;
    /** BuildKit's word for a step that others took along when they failed. */
    private static final String CANCELED = "context canceled";

    private final BuildListener listener;
    private final Map<String, Step> steps = new HashMap<>();
    private String prefix = "";
    private @Nullable Step failed;

    KitTrace(BuildListener listener) {
        this.listener = listener;
    }

    /** Names what is built from now on, beside the image itself; empty for nothing. */
    synchronized void begin(String name) {
        prefix = name;
        steps.values().forEach(Step::flush);
        steps.clear();
    }

    private int last;

    synchronized void take(SolveStatus status) {
        status.vertices().forEach(this::take);
        for (SolveStatus.Transfer transfer : status.transfers()) {
            Step step = step(transfer.vertex());
            boolean done = transfer.completed() != null;
            boolean said = transfer.id().startsWith(transfer.name());
            String name = said ? transfer.id() : transfer.id() + " " + transfer.name();
            listener.transfer(step.number(), name, transfer.current(), transfer.total(), done);
        }
        for (SolveStatus.Log log : status.logs()) {
            step(log.vertex()).write(log.text());
        }
        for (SolveStatus.Warning warning : status.warnings()) {
            listener.warning(warning.text());
        }
    }

    private Step step(String digest) {
        return steps.computeIfAbsent(digest, d -> new Step());
    }

    private void take(SolveStatus.Vertex vertex) {
        Step step = step(vertex.digest());
        step.name = shown(vertex.name());
        Instant started = vertex.started();
        if (started != null && step.state == null) {
            step.state = BuildStep.State.RUNNING;
            listener.step(step.number(), step.name, BuildStep.State.RUNNING, Duration.ZERO, "");
        }
        Instant completed = vertex.completed();
        if (completed != null && (step.state == null || step.state == BuildStep.State.RUNNING)) {
            step.flush();
            step.state = state(vertex);
            Duration took = started == null ? Duration.ZERO : Duration.between(started, completed);
            if (step.state == BuildStep.State.FAILED) {
                failed = step;
            }
            listener.step(step.number(), step.name, step.state, took, vertex.error());
        }
    }

    private String shown(String name) {
        if (prefix.isEmpty()) {
            return name;
        }
        return name.startsWith("[") ? "[" + prefix + " " + name.substring(1) : "[" + prefix + "] " + name;
    }

    private static BuildStep.State state(SolveStatus.Vertex vertex) {
        if (vertex.error().isEmpty()) {
            return vertex.cached() ? BuildStep.State.CACHED : BuildStep.State.DONE;
        }
        return vertex.error().endsWith(CANCELED) ? BuildStep.State.CANCELED : BuildStep.State.FAILED;
    }

    /** Takes the end of all messages. */
    synchronized void end() {
        steps.values().forEach(Step::flush);
    }

    /** {@return what the step that failed was; empty if none did} */
    synchronized String failedStep() {
        return failed == null ? "" : failed.name;
    }

    /** {@return the last lines that the step that failed wrote} */
    synchronized List<String> failedLines() {
        return failed == null ? List.of() : List.copyOf(failed.lines);
    }

    private final class Step {
        private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
        private final Deque<String> lines = new ArrayDeque<>();
        private String name = "";
        private int number;
        private BuildStep.@Nullable State state;

        /** Steps that never begin get no number. */
        int number() {
            if (number == 0) {
                number = ++last;
            }
            return number;
        }

        void write(ByteBuffer text) {
            while (text.hasRemaining()) {
                byte b = text.get();
                if (b == '\n') {
                    line();
                } else {
                    unfinished.write(b);
                }
            }
        }

        void flush() {
            if (unfinished.size() > 0) {
                line();
            }
        }

        private void line() {
            String text = unfinished.toString(StandardCharsets.UTF_8).stripTrailing();
            unfinished.reset();
            // Of a line that was overwritten the last is left.
            text = text.substring(text.lastIndexOf('\r') + 1);
            lines.addLast(text);
            if (lines.size() > LINES_KEPT) {
                lines.removeFirst();
            }
            listener.line(number(), text);
        }
    }
}
