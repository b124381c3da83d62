package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.terminal.Style;
import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A picture that is redrawn in place as long as an operation runs, and stays when it is over. */
public final class LiveProgress implements ProgressView {
    private static final long REDRAW_MILLIS = 100;
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";
    private static final String CLEAR_LINE_END = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintStream err;
    private final Terminal terminal;
    private final boolean colours;
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private @Nullable String operation;
    private boolean screenShared;
    private int depth;
    private int drawings;
    private int rowsDrawn;
    private int beat;

    /**
     * Draws on this stream.
     *
     * @param nanos a clock such as {@code System::nanoTime}
     */
    public LiveProgress(PrintStream err, Terminal terminal, boolean colours, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public synchronized void on(ComposeEvent event) {
        if (event instanceof Progress progress) {
            show(progress);
        } else if (event instanceof BuildStep step) {
            onBuild(step.image(), task -> task.steps().step(step, nanos.getAsLong()));
        } else if (event instanceof BuildOutput output) {
            onBuild(output.image(), task -> task.steps().output(output));
        } else if (event instanceof BuildTransfer transfer) {
            onBuild(transfer.image(), task -> task.steps().transfer(transfer));
        } else if (event instanceof ComposeEvent.OperationStarted started) {
            begin(started.operation());
        } else if (event instanceof ComposeEvent.OperationFinished) {
            end();
        } else if (event instanceof ComposeEvent.Warning warning) {
            warn(warning.message());
        }
    }

    @Override
    public synchronized void warn(String message) {
        long seconds = (nanos.getAsLong() - start) / 1_000_000_000L;
        String level = Style.YELLOW.when(colours).of("WARN");
        above(level + String.format(Locale.ROOT, "[%04d] ", seconds) + message);
    }

    @Override
    public synchronized void error(String message) {
        close();
        err.println(message);
        err.flush();
    }

    @Override
    public synchronized void tell(String message) {
        above(message);
    }

    @Override
    public synchronized void shareScreen() {
        finish();
        screenShared = true;
    }

    @Override
    public synchronized void close() {
        finish();
    }

    private void begin(String name) {
        depth++;
        if (depth > 1 || screenShared) {
            return;
        }
        operation = name;
        tasks.clear();
        rowsDrawn = 0;
        int drawing = ++drawings;
        Thread thread = new Thread(() -> redrawUntilEnd(drawing), "progress");
        thread.setDaemon(true);
        thread.start();
    }

    private void end() {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            finish();
        }
    }

    private void finish() {
        if (operation == null) {
            return;
        }
        draw();
        if (rowsDrawn > 0) {
            err.print(SHOW_CURSOR);
            err.flush();
        }
        operation = null;
        rowsDrawn = 0;
        tasks.clear();
        notifyAll();
    }

    private void show(Progress progress) {
        if (operation == null) {
            showLine(progress);
            return;
        }
        long now = nanos.getAsLong();
        String parent = progress.parent();
        if (parent == null) {
            tasks.computeIfAbsent(progress.id(), id -> new Task(progress, now)).update(progress, now);
        } else {
            tasks.computeIfAbsent(parent, id -> Task.ofPart(progress, parent, now))
                    .updatePart(progress);
        }
    }

    private void onBuild(String image, Consumer<Task> change) {
        Task task = tasks.get(
                Progress.of(ResourceKind.IMAGE, image, Status.WORKING, "").id());
        if (task != null) {
            change.accept(task);
        }
    }

    /** What happens while containers write to the same screen is told in lines; that they start is seen anyway. */
    private void showLine(Progress progress) {
        if (progress.parent() != null
                || progress.text().equals("Starting")
                || progress.text().equals("Started")) {
            return;
        }
        if (progress.kind() == ResourceKind.PROJECT) {
            above(Style.BOLD_RED.when(colours).of(progress.details()));
            return;
        }
        Style style = progress.status() == Status.DONE
                ? Style.GREEN
                : progress.status() == Status.ERROR ? Style.BOLD_RED : Style.YELLOW;
        String details = progress.details().isEmpty() ? "" : " " + progress.details();
        above(progress.id() + " " + style.when(colours).of(progress.text()) + details);
    }

    private void above(String line) {
        StringBuilder text = new StringBuilder();
        if (rowsDrawn > 0) {
            text.append("\033[").append(rowsDrawn).append('A').append('\r').append(CLEAR_BELOW);
            rowsDrawn = 0;
        }
        err.print(text.append(line).append('\n'));
        err.flush();
        draw();
    }

    private synchronized void redrawUntilEnd(int drawing) {
        while (operation != null && drawings == drawing) {
            draw();
            beat++;
            try {
                wait(REDRAW_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void draw() {
        if (operation == null || tasks.isEmpty()) {
            return;
        }
        Frame frame = new Frame(terminal.size(), colours, beat);
        List<String> lines = frame.draw(operation, List.copyOf(tasks.values()), nanos.getAsLong());
        StringBuilder picture = new StringBuilder();
        if (rowsDrawn == 0) {
            picture.append(HIDE_CURSOR);
        } else {
            picture.append("\033[").append(rowsDrawn).append('A');
        }
        picture.append('\r');
        for (String line : lines) {
            picture.append(line).append(CLEAR_LINE_END).append('\n');
        }
        picture.append(CLEAR_BELOW);
        rowsDrawn = lines.size();
        err.print(picture);
        err.flush();
    }
}
