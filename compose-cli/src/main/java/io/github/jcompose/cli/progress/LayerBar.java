package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.Status;
import java.util.Locale;

/** How far the layers of an image are: a character for each, and the bytes of all. */
final class LayerBar {
    private static final String FILL = "⠀⡀⣀⣄⣤⣦⣶⣷⣿";
    private static final int FULL = FILL.length() - 1;

    private LayerBar() {}

    /** {@return what stands after the id of the task; empty if it has no layers or is done} */
    static String of(Task task) {
        if (task.parts().isEmpty() || !task.isWorking()) {
            return "";
        }
        StringBuilder bar = new StringBuilder(" [");
        long current = 0;
        long total = 0;
        for (Progress part : task.parts().values()) {
            bar.append(FILL.charAt(fill(part)));
            total += part.total();
            current += part.status() == Status.DONE ? part.total() : part.current();
        }
        bar.append(']');
        if (total > 0) {
            bar.append(String.format(Locale.ROOT, " %7s / %-7s", Sizes.of(current), Sizes.of(total)));
        }
        return bar.toString();
    }

    private static int fill(Progress part) {
        return part.status() == Status.DONE ? FULL : part.percent() * FULL / 100;
    }
}
