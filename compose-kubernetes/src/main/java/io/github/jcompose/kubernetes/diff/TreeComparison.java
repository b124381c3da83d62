package io.github.jcompose.kubernetes.diff;

import io.fabric8.kubernetes.api.model.Quantity;
import io.github.jcompose.kubernetes.diff.Difference.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields in which two objects differ. */
final class TreeComparison {
    private static final List<String> NAMING = List.of("name", "mountPath", "key", "ip");
    private static final int LONGEST = 60;

    private final boolean secret;
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param secret whether values under {@code data} must not be shown
     */
    TreeComparison(boolean secret) {
        this.secret = secret;
    }

    List<Change> of(Object folder, Object project) {
        compare("", folder, project);
        return changes;
    }

    private void compare(String path, @Nullable Object folder, @Nullable Object project) {
        if (folder instanceof Map<?, ?> left && project instanceof Map<?, ?> right) {
            Set<Object> keys = new LinkedHashSet<>(right.keySet());
            keys.addAll(left.keySet());
            for (Object key : keys) {
                compare(path.isEmpty() ? String.valueOf(key) : path + "." + key, left.get(key), right.get(key));
            }
        } else if (folder instanceof List<?> left && project instanceof List<?> right) {
            lists(path, left, right);
        } else if (!isSame(path, folder, project)) {
            changes.add(new Change(path, shown(path, folder), shown(path, project)));
        }
    }

    private void lists(String path, List<?> left, List<?> right) {
        Map<Object, Object> byNameLeft = named(left);
        Map<Object, Object> byNameRight = named(right);
        if (byNameLeft != null && byNameRight != null) {
            Set<Object> names = new LinkedHashSet<>(byNameRight.keySet());
            names.addAll(byNameLeft.keySet());
            names.forEach(name -> compare(path + "[" + name + "]", byNameLeft.get(name), byNameRight.get(name)));
            return;
        }
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            compare(path + "[" + i + "]", i < left.size() ? left.get(i) : null, i < right.size() ? right.get(i) : null);
        }
    }

    /** {@return the items by what names each of them; null if nothing does} */
    private static @Nullable Map<Object, Object> named(List<?> list) {
        for (String field : NAMING) {
            Map<Object, Object> items = new LinkedHashMap<>();
            for (Object item : list) {
                Object name = item instanceof Map<?, ?> map ? map.get(field) : null;
                if (name != null) {
                    items.put(name, item);
                }
            }
            if (items.size() == list.size() && !list.isEmpty()) {
                return items;
            }
        }
        return null;
    }

    private static boolean isSame(String path, @Nullable Object folder, @Nullable Object project) {
        boolean amount = path.matches(".*(limits|requests)\\.[^.]+|.*sizeLimit");
        if (Objects.equals(folder, project) || (isEmpty(folder) && isEmpty(project))) {
            return true;
        }
        if (folder == null || project == null || !amount) {
            return folder != null
                    && project != null
                    && folder.toString().equals(project.toString())
                    && folder instanceof Number
                    && project instanceof Number;
        }
        try {
            return new Quantity(folder.toString())
                            .getNumericalAmount()
                            .compareTo(new Quantity(project.toString()).getNumericalAmount())
                    == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }

    private @Nullable String shown(String path, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (secret && (path.startsWith("data") || path.startsWith("stringData"))) {
            return "(secret)";
        }
        String text = value.toString().replace("\n", "\\n");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
