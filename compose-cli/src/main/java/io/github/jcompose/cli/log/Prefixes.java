package io.github.jcompose.cli.log;

import io.github.jcompose.cli.terminal.Style;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each source of lines a prefix: all of the same width, each in a colour of its own until they run out. */
final class Prefixes {
    private static final List<Style> COLOURS = List.of(
            Style.CYAN,
            Style.YELLOW,
            Style.GREEN,
            Style.MAGENTA,
            Style.BLUE,
            Style.BOLD_CYAN,
            Style.BOLD_YELLOW,
            Style.BOLD_GREEN,
            Style.BOLD_MAGENTA,
            Style.BOLD_BLUE);

    private final boolean colours;
    private final Map<String, Style> styles = new HashMap<>();
    private int width;

    Prefixes(boolean colours) {
        this.colours = colours;
    }

    String of(String source) {
        makeRoom(source);
        // A hook's lines have the colour of its service: the name up to the first space.
        String owner = source.indexOf(' ') < 0 ? source : source.substring(0, source.indexOf(' '));
        Style style = styles.computeIfAbsent(owner, name -> COLOURS.get(styles.size() % COLOURS.size()));
        return style.when(colours).of(source + " ".repeat(width - source.length()) + " | ");
    }

    /** Makes all prefixes wide enough for this source too. */
    void makeRoom(String source) {
        width = Math.max(width, source.length() + 1);
    }
}
