package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one mapping of an extension, and notes what is wrong with it. */
final class SettingsReader {
    private final Map<?, ?> map;
    private final List<Object> path;
    private final Findings findings;

    private SettingsReader(Map<?, ?> map, List<Object> path, Findings findings) {
        this.map = map;
        this.path = path;
        this.findings = findings;
    }

    /** {@return a reader of the value, which should be a mapping with these keys at most; null counts as empty} */
    static SettingsReader of(@Nullable Object value, List<Object> path, Findings findings, String... keys) {
        if (value != null && !(value instanceof Map<?, ?>)) {
            findings.error(path, "expected a mapping, not '" + value + "'", "known keys: " + String.join(", ", keys));
        }
        Map<?, ?> map = value instanceof Map<?, ?> given ? given : Map.of();
        List<String> known = List.of(keys);
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name) && !name.startsWith("x-")) {
                findings.error(with(path, name), "unknown key '" + name + "'", Nearest.hint(name, known));
            }
        }
        return new SettingsReader(map, path, findings);
    }

    static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    boolean has(String key) {
        return map.get(key) != null;
    }

    @Nullable
    Object value(String key) {
        return map.get(key);
    }

    List<Object> path(String key) {
        return with(path, key);
    }

    @Nullable
    String text(String key) {
        Object value = map.get(key);
        if (value == null || value instanceof String || value instanceof Number) {
            return value == null ? null : value.toString();
        }
        findings.error(path(key), "expected a text, not '" + value + "'", null);
        return null;
    }

    /** {@return one of the texts; null if it is not set or none of them} */
    @Nullable
    String oneOf(String key, String... allowed) {
        String text = text(key);
        if (text == null || List.of(allowed).contains(text)) {
            return text;
        }
        String near = Nearest.hint(text, List.of(allowed));
        findings.error(path(key), "'" + text + "' is not possible here", near);
        return null;
    }

    @Nullable
    Integer number(String key, int least) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(value.toString());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message.
        }
        findings.error(path(key), "expected a whole number from " + least + ", not '" + value + "'", null);
        return null;
    }

    boolean flag(String key, boolean otherwise) {
        Object value = map.get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        findings.error(path(key), "expected true or false, not '" + value + "'", null);
        return otherwise;
    }

    List<String> texts(String key) {
        Object value = map.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        } else if (value instanceof String single) {
            texts.add(single);
        } else if (value != null) {
            findings.error(path(key), "expected a list of texts, not '" + value + "'", null);
        }
        return texts;
    }

    Map<String, String> pairs(String key) {
        Object value = map.get(key);
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, text) -> pairs.put(String.valueOf(name), String.valueOf(text)));
        } else if (value != null) {
            findings.error(path(key), "expected a mapping of texts, not '" + value + "'", null);
        }
        return pairs;
    }
}
