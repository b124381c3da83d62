package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.terminal.Style;
import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.runtime.event.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One picture of an operation: a heading and a line for each task, none wider than the terminal.
 *
 * @param size the room there is
 * @param colours whether to use colours
 * @param beat counts up from picture to picture; it turns the spinner
 */
record Frame(Terminal.Size size, boolean colours, int beat) {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String ELLIPSIS = "…";
    /** The heading, and the line where the cursor rests. */
    private static final int OTHER_ROWS = 2;

    List<String> draw(String operation, List<Task> tasks, long now) {
        List<String> lines = new ArrayList<>();
        long done = tasks.stream().filter(task -> !task.isWorking()).count();
        String heading = "[+] " + operation + " " + done + "/" + tasks.size();
        boolean finished = done == tasks.size();
        lines.add((finished ? Style.BLUE : Style.PLAIN).when(colours).of(fit(heading, size.columns())));
        int room = Math.max(1, size.rows() - OTHER_ROWS);
        List<Task> shown = tasks.size() <= room ? tasks : mostTelling(tasks, room - 1);
        List<Row> rows = shown.stream().map(task -> row(task, now)).toList();
        int idWidth =
                rows.stream().mapToInt(row -> row.subject().length()).max().orElse(0);
        int timerWidth =
                rows.stream().mapToInt(row -> row.timer().length()).max().orElse(0);
        long builds = shown.stream().filter(Task::hasSteps).count();
        int left = room - shown.size();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), idWidth, timerWidth));
            if (shown.get(i).hasSteps() && left > 0) {
                List<String> steps =
                        shown.get(i).steps().lines(size.columns(), (int) Math.max(1, left / builds), colours, now);
                lines.addAll(steps);
                left -= steps.size();
                builds--;
            }
        }
        if (shown.size() < tasks.size()) {
            lines.add(fit(" ... " + (tasks.size() - shown.size()) + " more", size.columns()));
        }
        return lines;
    }

    /** Keeps the order, but leaves out what is done before what is still at work. */
    private static List<Task> mostTelling(List<Task> tasks, int room) {
        long working = tasks.stream().filter(Task::isWorking).count();
        long doneShown = Math.max(0, room - working);
        long doneLeft = tasks.size() - working - doneShown;
        List<Task> shown = new ArrayList<>();
        for (Task task : tasks) {
            if (!task.isWorking() && doneLeft > 0) {
                doneLeft--;
            } else if (shown.size() < room) {
                shown.add(task);
            }
        }
        return shown;
    }

    private String line(Row row, int idWidth, int timerWidth) {
        // " x " before the subject, two spaces after it, one before and after the timer.
        int fixed = 3 + 2 + 1 + timerWidth + 1;
        int room = Math.max(0, size.columns() - fixed);
        String status = row.status();
        String subject = fit(row.subject(), Math.min(idWidth, Math.max(8, room - status.length())));
        int subjectWidth = Math.min(idWidth, Math.max(8, room - status.length()));
        status = fit(status, Math.max(0, room - subjectWidth));
        int detailsRoom = room - subjectWidth - status.length() - 1;
        String details = row.details().isEmpty() || detailsRoom < 4 ? "" : " " + fit(row.details(), detailsRoom);
        int filled = subjectWidth + status.length() + details.length();
        if (room == 0 || filled > room) {
            return fit(" " + row.icon() + " " + row.subject(), size.columns());
        }
        return " "
                + row.iconStyle().when(colours).of(row.icon())
                + " "
                + pad(subject, subjectWidth)
                + "  "
                + row.statusStyle().when(colours).of(status)
                + details
                + " ".repeat(room - filled)
                + " "
                + Style.BLUE
                        .when(colours)
                        .of(" ".repeat(timerWidth - row.timer().length()) + row.timer())
                + " ";
    }

    private Row row(Task task, long now) {
        Progress latest = task.latest();
        String timer = String.format(Locale.ROOT, "%.1fs", task.seconds(now));
        String subject = latest.id() + LayerBar.of(task);
        String text = latest.text();
        String details = latest.details();
        return switch (latest.status()) {
            case DONE -> new Row("✔", Style.GREEN, subject, text, Style.GREEN, details, timer);
            case WARNING -> new Row("!", Style.BOLD_YELLOW, subject, text, Style.BOLD_YELLOW, details, timer);
            case ERROR -> new Row("✘", Style.BOLD_RED, subject, text, Style.BOLD_RED, details, timer);
            case WORKING -> new Row(spinner(), Style.YELLOW, subject, text, Style.PLAIN, details, timer);
        };
    }

    private String spinner() {
        return String.valueOf(SPINNER.charAt(Math.floorMod(beat, SPINNER.length())));
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    static String fit(String text, int width) {
        String line = text.lines().findFirst().orElse("");
        if (line.length() <= width) {
            return line;
        }
        return width <= 1 ? line.substring(0, Math.max(0, width)) : line.substring(0, width - 1) + ELLIPSIS;
    }

    private record Row(
            String icon,
            Style iconStyle,
            String subject,
            String status,
            Style statusStyle,
            String details,
            String timer) {}
}
