package io.github.jcompose.loader.output;

import io.github.jcompose.loader.interpolation.Template;
import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables that compose files name: what {@code config --variables} prints. */
public final class ProjectVariables {
    private static final List<String> HEADINGS = List.of("NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE");
    private static final int NARROWEST = 20;
    private static final int GAP = 3;
    private static final int JSON_INDENT = 4;

    private ProjectVariables() {}

    /**
     * {@return the variables in the values of the tree, sorted by name; of several uses the last one counts}
     *
     * @param tree a tree that was loaded without interpolation, as
     *     {@link io.github.jcompose.loader.ComposeLoader#loadTree()} gives it
     */
    public static List<ProjectVariable> of(Map<String, ? extends @Nullable Object> tree) {
        SortedMap<String, ProjectVariable> variables = new TreeMap<>();
        collect(tree, variables);
        return List.copyOf(variables.values());
    }

    private static void collect(@Nullable Object value, Map<String, ProjectVariable> variables) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, variables));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, variables));
        } else if (value instanceof String text) {
            Template.variables(text)
                    .forEach(use -> variables.put(
                            use.name(),
                            new ProjectVariable(use.name(), use.required(), use.defaultValue(), use.alternateValue())));
        }
    }

    /** {@return the variables as a table with headings, each line ending with a newline} */
    public static String table(List<ProjectVariable> variables) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (ProjectVariable variable : variables) {
            rows.add(List.of(
                    variable.name(),
                    String.valueOf(variable.required()),
                    variable.defaultValue(),
                    variable.alternateValue()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size() - 1; column++) {
                text.append(row.get(column));
                text.append(" ".repeat(width(rows, column) - row.get(column).length()));
            }
            text.append(row.get(row.size() - 1)).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(NARROWEST, widest + GAP);
    }

    /** {@return the variables as one JSON object, without a newline at the end} */
    public static String json(List<ProjectVariable> variables) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (ProjectVariable variable : variables) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Name", variable.name());
            fields.put("DefaultValue", variable.defaultValue());
            fields.put("PresenceValue", variable.alternateValue());
            fields.put("Required", variable.required());
            byName.put(variable.name(), fields);
        }
        return Json.pretty(byName, JSON_INDENT);
    }

    /** {@return the variables as one YAML mapping, ending with a newline} */
    public static String yaml(List<ProjectVariable> variables) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (ProjectVariable variable : variables) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", variable.name());
            fields.put("defaultvalue", variable.defaultValue());
            fields.put("presencevalue", variable.alternateValue());
            fields.put("required", variable.required());
            byName.put(variable.name(), fields);
        }
        return YamlText.of(byName);
    }
}
