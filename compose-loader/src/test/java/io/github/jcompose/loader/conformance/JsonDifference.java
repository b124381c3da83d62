package io.github.jcompose.loader.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares JSON as values: keys in any order, items in order, numbers by their value. */
final class JsonDifference {
    private static final int LONGEST = 80;

    private JsonDifference() {}

    /** {@return where the values first differ, and how; null if they are equal} */
    static @Nullable String find(@Nullable Object expected, @Nullable Object actual) {
        return find("", expected, actual);
    }

    private static @Nullable String find(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right) {
            return findInMaps(path, left, right);
        }
        if (expected instanceof List<?> left && actual instanceof List<?> right) {
            return findInLists(path, left, right);
        }
        return equal(expected, actual) ? null : message(path, brief(expected), brief(actual));
    }

    private static @Nullable String findInMaps(String path, Map<?, ?> expected, Map<?, ?> actual) {
        TreeSet<String> keys = new TreeSet<>();
        expected.keySet().forEach(key -> keys.add(String.valueOf(key)));
        actual.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            String below = path.isEmpty() ? key : path + "." + key;
            String difference = !expected.containsKey(key)
                    ? message(below, "nothing", brief(actual.get(key)))
                    : !actual.containsKey(key)
                            ? message(below, brief(expected.get(key)), "nothing")
                            : find(below, expected.get(key), actual.get(key));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String findInLists(String path, List<?> expected, List<?> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String difference = find(path + "[" + i + "]", expected.get(i), actual.get(i));
            if (difference != null) {
                return difference;
            }
        }
        return expected.size() == actual.size() ? null : message(path, brief(expected), brief(actual));
    }

    private static boolean equal(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Number left && actual instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return Objects.equals(expected, actual);
    }

    private static String message(String path, String expected, String actual) {
        return path + ": expected " + expected + ", got " + actual;
    }

    private static String brief(@Nullable Object value) {
        String text = value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
        String line = text.replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
