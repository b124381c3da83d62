package io.github.jcompose.cli.table;

import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows of texts as {@code --format} asks.
 *
 * @param headings of the fields by their names in templates, in the order of the table
 */
public record ListFormat(Map<String, String> headings) {
    private static final int MINIMUM = 10;
    private static final int PADDING = 3;

    /** {@return a format of these fields, given as names and headings in turn} */
    public static ListFormat of(String... namesAndHeadings) {
        Map<String, String> headings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndHeadings.length; i += 2) {
            headings.put(namesAndHeadings[i], namesAndHeadings[i + 1]);
        }
        return new ListFormat(headings);
    }

    /**
     * {@return the rows, each a text by field}
     *
     * @param format null and empty for a table
     * @throws io.github.jcompose.cli.args.UsageException if it is not understood
     */
    public String render(@Nullable String format, List<Map<String, String>> rows) {
        RowFormat asked = RowFormat.parse(format, headings);
        if (asked.isTable()) {
            return table(rows);
        } else if (asked.isJson()) {
            StringBuilder lines = new StringBuilder();
            rows.forEach(row -> lines.append(Json.compact(new TreeMap<>(row))).append('\n'));
            return lines.toString();
        }
        List<Map<String, Object>> fields = new ArrayList<>();
        rows.forEach(row -> fields.add(new TreeMap<>(row)));
        return asked.render(fields);
    }

    private String table(List<Map<String, String>> rows) {
        Table table = new Table(MINIMUM, PADDING, headings.values().toArray(String[]::new));
        for (Map<String, String> row : rows) {
            table.add(headings.keySet().stream().map(row::get).toArray(String[]::new));
        }
        return table.render();
    }
}
