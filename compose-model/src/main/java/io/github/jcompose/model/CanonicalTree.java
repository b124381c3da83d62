package io.github.jcompose.model;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of the model as a tree of maps, lists, strings, numbers, booleans and nulls, in the order
 * and with the omissions of {@code docker compose config}.
 */
public final class CanonicalTree {
    private static final Map<Class<?>, List<Attribute>> ATTRIBUTES = new ConcurrentHashMap<>();
    /** Values that the reference keeps to itself. */
    private static final Set<Class<?>> FILE_OBJECTS = Set.of(Secret.class, Config.class);

    private final Form form;

    private CanonicalTree(Form form) {
        this.form = form;
    }

    /**
     * {@return the tree of a record of the model}
     *
     * @param value a record of this package
     * @param form the form to make
     */
    public static Map<String, @Nullable Object> of(Record value, Form form) {
        CanonicalTree writer = new CanonicalTree(form);
        Map<String, @Nullable Object> tree = writer.record(value);
        return value instanceof Project project && form == Form.JSON ? writer.project(tree, project) : tree;
    }

    /** Sorts the top level as the reference does; its JSON has no models, and these extensions only. */
    private Map<String, @Nullable Object> project(Map<String, @Nullable Object> tree, Project project) {
        tree.remove("models");
        tree.putIfAbsent("services", Map.of());
        tree.putAll(project.extensions());
        Map<String, @Nullable Object> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll(tree);
        return sorted;
    }

    private Map<String, @Nullable Object> record(Record value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Map<?, ?> extensions = Map.of();
        for (Attribute attribute : ATTRIBUTES.computeIfAbsent(value.getClass(), CanonicalTree::attributes)) {
            Object component = attribute.valueOf(value);
            if (attribute.extensions()) {
                extensions = component instanceof Map<?, ?> map ? map : Map.of();
            } else if (attribute.isWritten(component, form) && !isHidden(value, attribute.key())) {
                tree.put(key(value, attribute.key()), tree(component));
            }
        }
        if (form == Form.YAML) {
            tree.putAll(sorted(extensions));
        }
        return tree;
    }

    private boolean isHidden(Record value, String key) {
        return key.equals("content")
                && FILE_OBJECTS.contains(value.getClass())
                && (value instanceof Secret || ((Config) value).environment() != null);
    }

    private String key(Record value, String key) {
        boolean capitalised = form == Form.JSON && (value instanceof BlkioLimit || value instanceof BlkioWeight);
        return capitalised ? Character.toUpperCase(key.charAt(0)) + key.substring(1) : key;
    }

    private @Nullable Object tree(@Nullable Object value) {
        if (value instanceof TreeValue special) {
            return special.toTree();
        }
        if (value instanceof Record nested) {
            return record(nested);
        }
        if (value instanceof Duration duration) {
            return GoDuration.format(duration);
        }
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(tree(item)));
            return items;
        }
        return value;
    }

    private Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Comparator<String> order = form == Form.YAML ? NaturalOrder.INSTANCE : CodePointOrder.INSTANCE;
        Map<String, @Nullable Object> tree = new TreeMap<>(order);
        map.forEach((key, item) -> tree.put(String.valueOf(key), tree(item)));
        return tree;
    }

    private static List<Attribute> attributes(Class<?> type) {
        List<Attribute> attributes = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (AttributeKeys.isAttribute(component)) {
                attributes.add(new Attribute(component));
            }
        }
        return attributes;
    }
}
