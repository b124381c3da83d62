package io.github.jcompose.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns, the first row being the heading. */
public final class Table {
    private final int minimum;
    private final int padding;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param minimum how wide a column is at least, padding included
     * @param padding the spaces between columns
     */
    public Table(int minimum, int padding, String... heading) {
        this.minimum = minimum;
        this.padding = padding;
        rows.add(Arrays.asList(heading));
    }

    /** Adds a row with as many cells as the heading. */
    public void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("expected " + rows.get(0).size() + " cells, got " + cells.length);
        }
        rows.add(Arrays.asList(cells));
    }

    /** {@return the lines, each with a line end; the last column is not filled up} */
    public String render() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Math.max(minimum, row.get(i).length() + padding));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < columns - 1; i++) {
                text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
            }
            text.append(row.get(columns - 1)).append('\n');
        }
        return text.toString();
    }
}
