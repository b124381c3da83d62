package io.github.jcompose.runtime.build.classic;

import io.github.jcompose.runtime.build.task.BuildListener;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.BuildStep;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the classic builder says, and remembers what tells why a build fails. */
final class BuildMessages {
    private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) : (.*)");
    private static final Pattern OWN_WORDS =
            Pattern.compile("(?: --->|Removing intermediate container |Successfully ).*");
    /** The builder shows in red what a step writes to its standard error. */
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

    private static final int LINES_SHOWN = 20;

    private final BuildListener listener;
    private final StringBuilder unfinished = new StringBuilder();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private String step = "";
    private int number;
    private String name = "";
    private long started;
    private boolean cached;

    BuildMessages(BuildListener listener) {
        this.listener = listener;
    }

    /**
     * Takes a message.
     *
     * @throws EngineException if it says that the build failed
     */
    void take(JsonObject message) {
        String error = message.string("error");
        JsonObject detail = message.object("errorDetail");
        if (!error.isEmpty() || !detail.map().isEmpty()) {
            endOfText();
            String reason = detail.string("message").isEmpty() ? error : detail.string("message");
            stepEnds(BuildStep.State.FAILED, reason);
            throw new EngineException(reason, 0);
        }
        PullProgress progress = PullProgress.of(message);
        if (!progress.stream().isEmpty()) {
            text(progress.stream());
        } else if (message.hasObject("progressDetail")) {
            listener.layer(progress);
        } else if (!progress.status().isEmpty()) {
            line(progress.status());
        }
    }

    private void text(String more) {
        unfinished.append(more);
        int end = unfinished.indexOf("\n");
        while (end >= 0) {
            line(unfinished.substring(0, end));
            unfinished.delete(0, end + 1);
            end = unfinished.indexOf("\n");
        }
    }

    private void line(String raw) {
        String text = COLOURS.matcher(raw).replaceAll("").stripTrailing();
        Matcher matcher = STEP.matcher(text);
        if (matcher.matches()) {
            step = "step " + matcher.group(1) + "/" + matcher.group(2) + " (" + matcher.group(3) + ")";
            lastLines.clear();
            stepEnds(BuildStep.State.DONE, "");
            number = Integer.parseInt(matcher.group(1));
            name = "[" + matcher.group(1) + "/" + matcher.group(2) + "] " + matcher.group(3);
            started = System.nanoTime();
            listener.step(number, name, BuildStep.State.RUNNING, Duration.ZERO, "");
        } else if (!text.isBlank() && !OWN_WORDS.matcher(text).matches()) {
            lastLines.addLast(text);
            if (lastLines.size() > LINES_SHOWN) {
                lastLines.removeFirst();
            }
        }
        cached |= text.equals(" ---> Using cache");
        if (!text.isEmpty()) {
            listener.line(number, text);
        }
    }

    private void stepEnds(BuildStep.State state, String error) {
        if (number > 0) {
            boolean taken = cached && state == BuildStep.State.DONE;
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            listener.step(number, name, taken ? BuildStep.State.CACHED : state, took, error);
        }
        cached = false;
        number = 0;
    }

    /** Takes the end of all messages. */
    void end() {
        endOfText();
        stepEnds(BuildStep.State.DONE, "");
    }

    private void endOfText() {
        if (!unfinished.isEmpty()) {
            line(unfinished.toString());
            unfinished.setLength(0);
        }
    }

    /** {@return what to tell the user of a build that failed for that reason} */
    String failure(BuildTask task, String reason) {
        StringBuilder text = new StringBuilder(task.where() + ": cannot build image " + task.image());
        if (!step.isEmpty()) {
            text.append(": ").append(step).append(" failed");
        }
        text.append(": ").append(reason.strip());
        if (!lastLines.isEmpty()) {
            text.append("\nThe last lines of its output:");
            lastLines.forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }
}
