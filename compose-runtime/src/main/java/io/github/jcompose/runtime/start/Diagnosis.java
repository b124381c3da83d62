package io.github.jcompose.runtime.start;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerState;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.error.EngineException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Describes a container that failed: its state, what its healthcheck said, and its last words. */
public final class Diagnosis {
    private static final int LAST_LINES = 10;

    private final Engine engine;
    private final int lines;

    /** A diagnosis with a few lines of the log. */
    public Diagnosis(Engine engine) {
        this(engine, LAST_LINES);
    }

    /** A diagnosis with so many lines of the log. */
    public Diagnosis(Engine engine, int lines) {
        this.engine = engine;
        this.lines = lines;
    }

    /** {@return lines to put below the message, each indented and beginning with a line break} */
    public String of(ContainerDetails container) {
        ContainerState state = container.state();
        StringBuilder text =
                new StringBuilder("\n  state: ").append(state.status().word());
        if (!state.running()) {
            text.append(", exit code ").append(state.exitCode());
        }
        if (state.oomKilled()) {
            text.append(", killed for want of memory");
        }
        if (!state.error().isEmpty()) {
            text.append(", ").append(state.error());
        }
        String probe = state.health().lastOutput().strip();
        if (!probe.isEmpty()) {
            text.append("\n  last healthcheck: ").append(probe.replace("\n", "\n    "));
        }
        List<String> lines = lastLines(container);
        if (!lines.isEmpty()) {
            text.append("\n  last log lines:");
            lines.forEach(line -> text.append("\n    ").append(line));
        }
        return text.toString();
    }

    private List<String> lastLines(ContainerDetails container) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LogOptions options = LogOptions.all().tail(lines);
        try (FrameStream frames = engine.containers().logs(container.id(), container.tty(), options)) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                bytes.writeBytes(frame.bytes());
            }
        } catch (EngineException e) {
            // Some log drivers cannot be read. The rest of the diagnosis stands without the log.
        }
        return bytes.toString(StandardCharsets.UTF_8).strip().lines().toList();
    }
}
