package io.github.jcompose.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a list or an event stream is narrowed to. Values of one name are alternatives, except labels, which must
 * all be there; different names must all hold.
 *
 * @param values the values by filter name
 */
public record Filters(Map<String, List<String>> values) {
    private static final Filters NONE = new Filters(Map.of());

    /** {@return filters that let everything pass} */
    public static Filters none() {
        return NONE;
    }

    /** {@return the filter for a label, whatever its value} */
    public static Filters label(String name) {
        return NONE.and("label", name);
    }

    /** {@return the filter for a label of that value} */
    public static Filters label(String name, String value) {
        return NONE.andLabel(name, value);
    }

    /** {@return these filters and one for a label of that value} */
    public Filters andLabel(String name, String value) {
        return and("label", name + "=" + value);
    }

    /** {@return these filters and one more} */
    public Filters and(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(values);
        List<String> list = new ArrayList<>(more.getOrDefault(name, List.of()));
        list.add(value);
        more.put(name, List.copyOf(list));
        return new Filters(more);
    }
}
