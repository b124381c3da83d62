package io.github.jcompose.cli.table;

import java.util.List;

/**
 * Lines with tabs, made into columns. A column reaches over neighbouring lines that have it, and what stands behind
 * the last tab of a line belongs to none.
 */
public final class Columns {
    private final int minimum;
    private final int padding;
    private final List<String[]> lines;
    private final int[][] widths;

    private Columns(List<String[]> lines, int minimum, int padding) {
        this.minimum = minimum;
        this.padding = padding;
        this.lines = lines;
        this.widths = lines.stream().map(cells -> new int[cells.length]).toArray(int[][]::new);
    }

    /**
     * {@return the text with spaces in place of tabs}
     *
     * @param minimum how wide a column is at least, padding included
     * @param padding the spaces between columns
     */
    public static String align(String text, int minimum, int padding) {
        Columns columns =
                new Columns(text.lines().map(line -> line.split("\t", -1)).toList(), minimum, padding);
        columns.measure(0, columns.lines.size(), 0);
        return columns.render();
    }

    private void measure(int from, int to, int column) {
        int line = from;
        while (line < to) {
            int start = line;
            int width = minimum;
            while (line < to && column < lines.get(line).length - 1) {
                width = Math.max(width, length(lines.get(line)[column]) + padding);
                line++;
            }
            for (int i = start; i < line; i++) {
                widths[i][column] = width;
            }
            if (line > start) {
                measure(start, line, column + 1);
            } else {
                line++;
            }
        }
    }

    private String render() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i);
            for (int j = 0; j < cells.length - 1; j++) {
                text.append(cells[j]).append(" ".repeat(widths[i][j] - length(cells[j])));
            }
            text.append(cells[cells.length - 1]).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
