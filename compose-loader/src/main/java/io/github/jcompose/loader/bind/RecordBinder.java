package io.github.jcompose.loader.bind;

import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Project;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of trees in canonical form; names what does not fit with its place. */
public final class RecordBinder {
    private final Problems problems;

    /**
     * @param problems is told of values that do not fit
     */
    public RecordBinder(Problems problems) {
        this.problems = problems;
    }

    /** {@return the project that the tree describes} */
    public Project project(MappingNode tree) {
        return (Project) record(Project.class, tree, Schema.root(), TreePath.ROOT);
    }

    private Object record(Class<?> type, MappingNode mapping, @Nullable SchemaNode schema, TreePath path) {
        RecordShape shape = RecordShape.of(type);
        @Nullable Object[] values = shape.newValues();
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            RecordShape.Component component = shape.component(entry.key());
            if (component != null && !entry.key().isEmpty()) {
                SchemaNode child = schema == null ? null : schema.child(entry.key());
                bind(component, entry.value(), child, path.key(entry.key()), values);
            } else if (entry.key().startsWith("x-")) {
                extensions.put(entry.key(), Scalars.plain(entry.value()));
            }
        }
        RecordShape.Component rest = shape.component("extensions");
        if (rest != null && !extensions.isEmpty()) {
            values[rest.index()] = extensions;
        }
        return shape.create(values);
    }

    private void bind(
            RecordShape.Component component,
            Node node,
            @Nullable SchemaNode schema,
            TreePath path,
            @Nullable Object[] values) {
        try {
            Object value = value(component.type(), node, schema, path, component.nullableItems());
            if (value != null) {
                values[component.index()] = value;
            }
        } catch (IllegalArgumentException e) {
            problems.refuse(node, path, e);
        }
    }

    private @Nullable Object value(
            Type type, Node node, @Nullable SchemaNode schema, TreePath path, boolean nullableItems) {
        String form = schema == null ? null : schema.form();
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == List.class
                    ? list(arguments[0], Forms.list(node, form, problems, path), schema, path)
                    : map(arguments[1], Forms.mapping(node, form), schema, path, nullableItems);
        }
        Class<?> target = (Class<?>) type;
        if (Scalars.reads(target)) {
            return Scalars.read(target, node);
        }
        return node instanceof MappingNode mapping ? record(target, mapping, schema, path) : null;
    }

    private @Nullable List<@Nullable Object> list(
            Type type, @Nullable SequenceNode sequence, @Nullable SchemaNode schema, TreePath path) {
        if (sequence == null) {
            return null;
        }
        SchemaNode item = schema == null ? null : schema.item();
        List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            Node node = sequence.items().get(i);
            try {
                Object value = value(type, node, item, path.item(i), false);
                if (value != null) {
                    list.add(value);
                }
            } catch (IllegalArgumentException e) {
                problems.refuse(node, path.item(i), e);
            }
        }
        return list;
    }

    private @Nullable Map<String, @Nullable Object> map(
            Type type, @Nullable MappingNode mapping, @Nullable SchemaNode schema, TreePath path, boolean nullable) {
        if (mapping == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Node node = entry.value();
            TreePath below = path.key(entry.key());
            SchemaNode child = schema == null ? null : schema.child(entry.key());
            if (node instanceof ScalarNode scalar && scalar.isNull()) {
                map.put(entry.key(), nullable ? null : empty(type));
                continue;
            }
            try {
                map.put(entry.key(), value(type, node, child, below, false));
            } catch (IllegalArgumentException e) {
                problems.refuse(node, below, e);
            }
        }
        return map;
    }

    /** {@return what a key without a value stands for} */
    private static Object empty(Type type) {
        if (type == String.class) {
            return "";
        }
        if (type instanceof ParameterizedType) {
            return List.of();
        }
        RecordShape shape = RecordShape.of((Class<?>) type);
        return shape.create(shape.newValues());
    }
}
