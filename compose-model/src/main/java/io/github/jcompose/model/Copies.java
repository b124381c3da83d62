package io.github.jcompose.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies that keep order and null values, which {@link Map#copyOf} does not. */
final class Copies {
    private Copies() {}

    static <T extends @Nullable Object> List<T> list(@Nullable List<T> list) {
        return list == null || list.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    static <T> @Nullable List<T> listOrNull(@Nullable List<T> list) {
        return list == null ? null : list(list);
    }

    static <K, V extends @Nullable Object> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null || map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
