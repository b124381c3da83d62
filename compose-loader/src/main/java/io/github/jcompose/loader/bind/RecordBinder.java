package io.github.jcompose.loader.bind;

import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Project;
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
        Map<String, @Nullable Object> extensions = null;
        for (Entry entry : mapping.entries()) {
            RecordShape.Component component = shape.component(entry.key());
            if (component != null && !entry.key().isEmpty()) {
                SchemaNode child = schema == null ? null : schema.child(entry.key());
                bind(component, entry, child, path, values);
            } else if (entry.key().startsWith("x-")) {
                extensions = extensions == null ? new LinkedHashMap<>() : extensions;
                extensions.put(entry.key(), Scalars.plain(entry.value()));
            }
        }
        RecordShape.Component rest = shape.extensions();
        if (rest != null && extensions != null) {
            values[rest.index()] = extensions;
        }
        return shape.create(values);
    }

    private void bind(
            RecordShape.Component component,
            Entry entry,
            @Nullable SchemaNode schema,
            TreePath outer,
            @Nullable Object[] values) {
        try {
            Object value = component.target() instanceof Target.Value single
                    ? single.read(entry.value())
                    : value(
                            component.target(),
                            entry.value(),
                            schema,
                            outer.key(entry.key()),
                            component.nullableItems());
            if (value != null) {
                values[component.index()] = value;
            }
        } catch (IllegalArgumentException e) {
            problems.refuse(entry.value(), outer.key(entry.key()), e);
        }
    }

    private @Nullable Object value(
            Target target, Node node, @Nullable SchemaNode schema, TreePath path, boolean nullableItems) {
        if (target instanceof Target.Value single) {
            return single.read(node);
        }
        if (target instanceof Target.RecordOf composed) {
            return node instanceof MappingNode mapping ? record(composed.type(), mapping, schema, path) : null;
        }
        String form = schema == null ? null : schema.form();
        return target instanceof Target.ListOf several
                ? list(several.item(), Forms.list(node, form, problems, path), schema, path)
                : map(((Target.MapOf) target).item(), Forms.mapping(node, form), schema, path, nullableItems);
    }

    private @Nullable List<@Nullable Object> list(
            Target target, @Nullable SequenceNode sequence, @Nullable SchemaNode schema, TreePath path) {
        if (sequence == null) {
            return null;
        }
        SchemaNode item = schema == null ? null : schema.item();
        List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            Node node = sequence.items().get(i);
            try {
                Object value = target instanceof Target.Value single
                        ? single.read(node)
                        : value(target, node, item, path.item(i, node), false);
                if (value != null) {
                    list.add(value);
                }
            } catch (IllegalArgumentException e) {
                problems.refuse(node, path.item(i, node), e);
            }
        }
        return list;
    }

    private @Nullable Map<String, @Nullable Object> map(
            Target target,
            @Nullable MappingNode mapping,
            @Nullable SchemaNode schema,
            TreePath path,
            boolean nullable) {
        if (mapping == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Node node = entry.value();
            if (Scalars.isNull(node)) {
                map.put(entry.key(), nullable ? null : empty(target));
                continue;
            }
            try {
                map.put(entry.key(), item(target, entry, schema, path));
            } catch (IllegalArgumentException e) {
                problems.refuse(node, path.key(entry.key()), e);
            }
        }
        return map;
    }

    private @Nullable Object item(Target target, Entry entry, @Nullable SchemaNode schema, TreePath path) {
        if (target instanceof Target.Value single) {
            return single.read(entry.value());
        }
        SchemaNode child = schema == null ? null : schema.child(entry.key());
        return value(target, entry.value(), child, path.key(entry.key()), false);
    }

    /** {@return what a key without a value stands for} */
    private static Object empty(Target target) {
        if (target instanceof Target.RecordOf composed) {
            RecordShape shape = RecordShape.of(composed.type());
            return shape.create(shape.newValues());
        }
        return target instanceof Target.Value ? "" : List.of();
    }
}
