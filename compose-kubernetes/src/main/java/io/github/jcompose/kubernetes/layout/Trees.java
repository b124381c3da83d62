package io.github.jcompose.kubernetes.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into the trees of manifests and copies them. */
final class Trees {
    private Trees() {}

    /** {@return a copy that can be changed} */
    static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), copyOf(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copyOf(item)));
            return copy;
        }
        return value;
    }

    /** {@return the mapping at the end of the keys; null if there is none} */
    @SuppressWarnings("unchecked")
    static @Nullable Map<String, @Nullable Object> mapping(@Nullable Object tree, String... keys) {
        Object at = tree;
        for (String key : keys) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    /** {@return the mappings in a list of a mapping; empty if there is no such list} */
    static List<Map<String, @Nullable Object>> items(@Nullable Object tree, String key) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        Object list = tree instanceof Map<?, ?> map ? map.get(key) : null;
        if (list instanceof List<?> all) {
            for (Object item : all) {
                Map<String, @Nullable Object> mapping = mapping(item);
                if (mapping != null) {
                    items.add(mapping);
                }
            }
        }
        return items;
    }

    /** {@return the containers of a workload, those that run first before the others} */
    static List<Map<String, @Nullable Object>> containers(Map<String, @Nullable Object> workload) {
        Map<String, @Nullable Object> pod = mapping(workload, "spec", "template", "spec");
        List<Map<String, @Nullable Object>> containers = new ArrayList<>(items(pod, "initContainers"));
        containers.addAll(items(pod, "containers"));
        return containers;
    }
}
