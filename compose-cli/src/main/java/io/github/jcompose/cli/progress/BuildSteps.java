package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.terminal.Style;
import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of a build on a terminal: each in a line, below those that run the last of what they wrote. */
final class BuildSteps {
    private static final int LINES = 4;
    private static final int TRANSFERS = 3;
    private static final String INDENT = "   ";

    private static final class Step {
        private final BuildStep first;
        private final long started;
        private final Deque<String> lines = new ArrayDeque<>();
        private final Map<String, BuildTransfer> transfers = new LinkedHashMap<>();
        private BuildStep latest;

        Step(BuildStep first, long now) {
            this.first = first;
            this.latest = first;
            this.started = now;
        }

        boolean runs() {
            return latest.state() == BuildStep.State.RUNNING;
        }
    }

    private final Map<Integer, Step> steps = new LinkedHashMap<>();

    void step(BuildStep step, long now) {
        steps.computeIfAbsent(step.number(), number -> new Step(step, now)).latest = step;
    }

    void output(BuildOutput output) {
        Step step = steps.get(output.step());
        if (step != null && !output.text().isBlank()) {
            step.lines.addLast(output.text());
            if (step.lines.size() > LINES) {
                step.lines.removeFirst();
            }
        }
    }

    void transfer(BuildTransfer transfer) {
        Step step = steps.get(transfer.step());
        if (step != null) {
            step.transfers.put(transfer.name(), transfer);
        }
    }

    /**
     * {@return the lines to draw}
     *
     * @param room how many there may be
     */
    List<String> lines(int columns, int room, boolean colours, long now) {
        List<Step> shown = new ArrayList<>(steps.values());
        List<String> lines = draw(shown, columns, colours, now, true);
        if (lines.size() > room) {
            shown.removeIf(step -> !step.runs() && step.latest.state() != BuildStep.State.FAILED);
            lines = draw(shown, columns, colours, now, true);
        }
        if (lines.size() > room) {
            lines = draw(shown, columns, colours, now, false);
        }
        return lines.size() <= room ? lines : lines.subList(lines.size() - room, lines.size());
    }

    private static List<String> draw(List<Step> shown, int columns, boolean colours, long now, boolean all) {
        List<String> lines = new ArrayList<>();
        for (Step step : shown) {
            lines.add(line(step, columns, colours, now));
            if (step.runs() && all) {
                step.transfers.values().stream()
                        .filter(transfer -> !transfer.done() && transfer.current() > 0)
                        .limit(TRANSFERS)
                        .forEach(transfer -> lines.add(Frame.fit(INDENT + "=> => " + text(transfer), columns)));
                step.lines.forEach(text -> lines.add(Frame.fit(INDENT + "=> => # " + plain(text), columns)));
            }
        }
        return lines;
    }

    private static String line(Step step, int columns, boolean colours, long now) {
        BuildStep latest = step.latest;
        double seconds =
                step.runs() ? (now - step.started) / 1e9 : latest.took().toNanos() / 1e9;
        String timer = String.format(Locale.ROOT, " %.1fs ", seconds);
        String mark = switch (latest.state()) {
            case CACHED -> "CACHED ";
            case FAILED -> "ERROR ";
            case CANCELED -> "CANCELED ";
            default -> "";
        };
        String text = INDENT + "=> " + mark + StepName.of(step.first.service(), latest.name());
        int room = Math.max(0, columns - timer.length());
        String fitted = Frame.fit(text, room);
        Style style = switch (latest.state()) {
            case RUNNING -> Style.PLAIN;
            case FAILED -> Style.BOLD_RED;
            case CANCELED -> Style.YELLOW;
            default -> Style.BLUE;
        };
        return style.when(colours).of(fitted) + " ".repeat(room - fitted.length()) + (room == 0 ? "" : timer);
    }

    private static String text(BuildTransfer transfer) {
        String total = transfer.total() > 0 ? " / " + Sizes.of(transfer.total()) : "";
        return transfer.name() + " " + Sizes.of(transfer.current()) + total;
    }

    /** {@return the text without what would move the cursor} */
    private static String plain(String text) {
        return text.replaceAll("\033\\[[0-9;?]*[A-Za-z]", "").replace('\t', ' ').replaceAll("\\p{Cntrl}", "");
    }
}
