package io.github.jcompose.cli.progress;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A JSON object for each event, one a line, without the attributes that are empty. */
public final class JsonProgress implements ProgressView {
    private final PrintStream err;
    private final Clock clock;

    /** Writes objects to this stream. */
    public JsonProgress(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public void on(ComposeEvent event) {
        if (event instanceof Progress progress) {
            write(object(progress));
        } else if (event instanceof BuildOutput output) {
            write(object(output));
        } else if (event instanceof BuildStep step) {
            write(object(step));
        } else if (event instanceof BuildTransfer transfer) {
            write(object(transfer));
        } else if (event instanceof ComposeEvent.Warning warning) {
            warn(warning.message());
        }
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public void warn(String message) {
        log("warning", message);
    }

    @Override
    public void tell(String message) {
        log("info", message);
    }

    @Override
    public void error(String message) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("error", true);
        object.put("message", message);
        write(object);
    }

    private void log(String level, String message) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("level", level);
        object.put("msg", message);
        object.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        write(object);
    }

    private static Map<String, Object> object(Progress progress) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", progress.id());
        if (progress.parent() != null) {
            object.put("parent_id", progress.parent());
        }
        String status = progress.status().name();
        object.put("status", status.charAt(0) + status.substring(1).toLowerCase(Locale.ROOT));
        putUnlessEmpty(object, "text", progress.text());
        putUnlessEmpty(object, "details", progress.details());
        putUnlessZero(object, "current", progress.current());
        putUnlessZero(object, "total", progress.total());
        putUnlessZero(object, "percent", progress.percent());
        return object;
    }

    private static Map<String, Object> object(BuildOutput output) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", "Image " + output.image());
        object.put("service", output.service());
        putUnlessZero(object, "step", output.step());
        object.put("output", output.text());
        return object;
    }

    private static Map<String, Object> object(BuildStep step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", "Image " + step.image());
        object.put("service", step.service());
        object.put("step", step.number());
        object.put("name", step.name());
        String state = step.state().name();
        object.put("state", state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT));
        putUnlessZero(object, "milliseconds", step.took().toMillis());
        putUnlessEmpty(object, "details", step.error());
        return object;
    }

    private static Map<String, Object> object(BuildTransfer transfer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", "Image " + transfer.image());
        object.put("service", transfer.service());
        object.put("step", transfer.step());
        object.put("transfer", transfer.name());
        putUnlessZero(object, "current", transfer.current());
        putUnlessZero(object, "total", transfer.total());
        object.put("done", transfer.done());
        return object;
    }

    private static void putUnlessEmpty(Map<String, Object> object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }

    private static void putUnlessZero(Map<String, Object> object, String key, long value) {
        if (value != 0) {
            object.put(key, value);
        }
    }

    private synchronized void write(Map<String, Object> object) {
        err.println(Json.compact(object));
        err.flush();
    }
}
