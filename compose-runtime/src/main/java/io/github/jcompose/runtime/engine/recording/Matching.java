package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Filters;
import java.util.List;
import java.util.Map;

/** Applies the filters that matter here; the others let everything pass. */
final class Matching {
    private Matching() {}

    /** {@return whether the name contains one of those asked for, and all the labels are there} */
    static boolean matches(Filters filters, String name, Map<String, String> labels) {
        List<String> names = filters.values().getOrDefault("name", List.of());
        return labels(filters, labels) && (names.isEmpty() || names.stream().anyMatch(it -> name.contains(plain(it))));
    }

    static boolean labels(Filters filters, Map<String, String> labels) {
        return filters.values().getOrDefault("label", List.of()).stream().allMatch(label -> {
            int equals = label.indexOf('=');
            return equals < 0
                    ? labels.containsKey(label)
                    : label.substring(equals + 1).equals(labels.get(label.substring(0, equals)));
        });
    }

    /** {@return whether the value is one of those asked for} */
    static boolean oneOf(Filters filters, String filter, String value) {
        List<String> wanted = filters.values().getOrDefault(filter, List.of());
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static String plain(String pattern) {
        return pattern.replace("^", "").replace("$", "").replace("/", "");
    }
}
