package io.github.jcompose.loader.output;

import io.github.jcompose.model.CanonicalTree;
import io.github.jcompose.model.CodePointOrder;
import io.github.jcompose.model.Form;
import io.github.jcompose.model.NaturalOrder;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes projects as canonical YAML and JSON, equal to the letter to what {@code docker compose config} prints.
 *
 * <p>Every {@code $} of a project is written as {@code $$}, since loading the text again would take it for a
 * variable. A tree that was loaded without interpolation keeps its own.
 */
public final class ProjectWriter {
    private static final int JSON_INDENT = 2;

    private ProjectWriter() {}

    /** {@return the project as YAML, ending with a newline} */
    public static String yaml(Project project) {
        return escapeDollars(YamlText.of(CanonicalTree.of(project, Form.YAML)));
    }

    /** {@return the project as JSON over several lines, without a newline at the end} */
    public static String json(Project project) {
        return escapeDollars(Json.pretty(CanonicalTree.of(project, Form.JSON), JSON_INDENT));
    }

    /**
     * {@return a tree as YAML, its keys in natural order, ending with a newline}
     *
     * @param tree maps, lists, strings, numbers, booleans and nulls, as
     *     {@link io.github.jcompose.loader.ComposeLoader#loadTree()} gives them
     */
    public static String yaml(Map<String, ? extends @Nullable Object> tree) {
        return YamlText.of(sortedMap(tree, NaturalOrder.INSTANCE));
    }

    /**
     * {@return a tree as JSON over several lines, its keys by code point, without a newline at the end}
     *
     * @param tree maps, lists, strings, numbers, booleans and nulls
     */
    public static String json(Map<String, ? extends @Nullable Object> tree) {
        return Json.pretty(sortedMap(tree, CodePointOrder.INSTANCE), JSON_INDENT);
    }

    private static String escapeDollars(String text) {
        return text.replace("$", "$$");
    }

    private static Map<String, @Nullable Object> sortedMap(Map<?, ?> map, Comparator<String> order) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(order);
        map.forEach((key, value) -> sorted.put(String.valueOf(key), sorted(value, order)));
        return sorted;
    }

    private static @Nullable Object sorted(@Nullable Object value, Comparator<String> order) {
        if (value instanceof Map<?, ?> map) {
            return sortedMap(map, order);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(sorted(item, order)));
            return items;
        }
        return value;
    }
}
