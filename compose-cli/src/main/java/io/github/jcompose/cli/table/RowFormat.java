package io.github.jcompose.cli.table;

import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.template.Method;
import io.github.jcompose.cli.template.Template;
import io.github.jcompose.cli.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How {@code --format} wants a list: as the command's own table, as JSON, or by a template, which a word
 * {@code table} before it makes a table with headings.
 */
public final class RowFormat {
    private static final String TABLE = "table";
    private static final int MINIMUM = 10;
    private static final int PADDING = 3;

    private final String text;
    private final boolean inTable;
    private final @Nullable Template template;
    private final Map<String, String> headings;

    private RowFormat(String text, boolean inTable, @Nullable Template template, Map<String, String> headings) {
        this.text = text;
        this.inTable = inTable;
        this.template = template;
        this.headings = headings;
    }

    /**
     * {@return the format that the flag asks for}
     *
     * @param text null and empty for a table
     * @param headings of the fields that a template may name
     * @throws UsageException if it is none
     */
    public static RowFormat parse(@Nullable String text, Map<String, String> headings) {
        if (text == null || text.isEmpty() || text.equals(TABLE)) {
            return new RowFormat(TABLE, false, null, headings);
        } else if (text.equals("json")) {
            return new RowFormat(text, false, null, headings);
        }
        boolean inTable = text.startsWith(TABLE + " ") || text.startsWith(TABLE + "\t");
        String source = inTable ? text.substring(TABLE.length()).strip() : text;
        if (!source.contains("{{")) {
            throw new UsageException("invalid --format \"" + text
                    + "\": expected table, json, or a template such as '{{.Name}}' or 'table {{.Name}}'");
        }
        try {
            Template template = Template.parse(source);
            List<String> known = new ArrayList<>(headings.keySet());
            known.add("Label");
            template.check(known);
            return new RowFormat(text, inTable, template, headings);
        } catch (TemplateException e) {
            throw invalid(text, e);
        }
    }

    /** {@return whether the command's own table is asked for} */
    public boolean isTable() {
        return template == null && text.equals(TABLE);
    }

    /** {@return whether JSON is asked for} */
    public boolean isJson() {
        return template == null && !text.equals(TABLE);
    }

    /**
     * {@return the rows by the template, a line for each and perhaps one for headings}
     *
     * @param rows values by field
     * @throws UsageException if the template does not go with the values
     */
    public String render(List<Map<String, Object>> rows) {
        Template lines = template;
        if (lines == null) {
            throw new IllegalStateException("not a template");
        }
        StringBuilder result = new StringBuilder();
        try {
            if (inTable) {
                Map<String, Object> all = new HashMap<>(headings);
                all.put("Label", (Method) arguments -> labelHeading(arguments));
                result.append(lines.heading(all)).append('\n');
            }
            for (Map<String, Object> row : rows) {
                result.append(lines.render(row)).append('\n');
            }
        } catch (TemplateException e) {
            throw invalid(text, e);
        }
        return inTable ? Columns.align(result.toString(), MINIMUM, PADDING) : result.toString();
    }

    /** The last part of the label's name, in words. */
    private static String labelHeading(List<?> arguments) {
        String label = argument(arguments);
        return label.substring(label.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
    }

    /** {@return the fields, and a method {@code .Label "key"}} */
    public static Map<String, Object> withLabels(Map<String, Object> fields, Map<String, String> labels) {
        Map<String, Object> more = new TreeMap<>(fields);
        more.put("Label", (Method) arguments -> labels.getOrDefault(argument(arguments), ""));
        return more;
    }

    private static String argument(List<?> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("takes the name of a label, got " + arguments.size() + " arguments");
        }
        return String.valueOf(arguments.get(0));
    }

    private static UsageException invalid(String text, TemplateException problem) {
        return new UsageException("invalid --format \"" + text + "\": " + problem.getMessage());
    }
}
