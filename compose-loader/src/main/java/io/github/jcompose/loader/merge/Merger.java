package io.github.jcompose.loader.merge;

import io.github.jcompose.loader.canonical.ShortForms;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * Joins a later tree with an earlier one, as the merge rules in the schema say: mappings key by key, lists
 * one behind the other, other values replaced, null keeping what was there.
 */
public final class Merger {
    private final Problems problems;

    /**
     * @param problems is told of values that cannot be joined
     */
    public Merger(Problems problems) {
        this.problems = problems;
    }

    /** Joins a mapping into an earlier one, which is changed. */
    public void merge(MappingNode earlier, MappingNode later, @Nullable SchemaNode schema, TreePath path) {
        if (later.isDamaged()) {
            earlier.damage();
        }
        for (Entry entry : later.entries()) {
            Entry before = earlier.entry(entry.key());
            if (before == null) {
                earlier.put(entry);
                continue;
            }
            SchemaNode child = schema == null ? null : schema.child(entry.key());
            Node joined = join(before.value(), entry.value(), child, path.key(entry.key()));
            if (joined != before.value()) {
                earlier.put(entry.with(joined));
            }
        }
    }

    private Node join(Node earlier, Node later, @Nullable SchemaNode schema, TreePath path) {
        String rule = schema == null || schema.merge() == null ? "" : schema.merge();
        if (rule.equals("replace")) {
            return replace(earlier, later);
        }
        if (later instanceof ScalarNode scalar && scalar.isNull()) {
            return earlier;
        }
        if (earlier instanceof ScalarNode scalar && scalar.isNull()) {
            return later;
        }
        return switch (rule) {
            case "build", "depends-on", "null-map" ->
                joinAs(ShortForms.mapping(rule, earlier), ShortForms.mapping(rule, later), schema, path);
            case "key-value", "string-list" -> joinAs(KeyValues.list(earlier), KeyValues.list(later), schema, path);
            case "hosts" -> KeyValues.distinct(joinAs(KeyValues.hosts(earlier), KeyValues.hosts(later), schema, path));
            case "logging" -> logging(earlier, later, schema, path);
            case "ipam-config" -> IpamPools.join(earlier, later, this, schema, path);
            default -> joinAs(earlier, later, schema, path);
        };
    }

    /** Joins values by their kind alone. */
    Node joinAs(Node earlier, Node later, @Nullable SchemaNode schema, TreePath path) {
        if (earlier instanceof MappingNode base && later instanceof MappingNode over) {
            merge(base, over, schema, path);
            return base;
        }
        if (earlier instanceof SequenceNode base && later instanceof SequenceNode over) {
            base.items().addAll(over.items());
            return base;
        }
        if (earlier instanceof ScalarNode && later instanceof ScalarNode) {
            return replace(earlier, later);
        }
        problems.error(
                later, path, later.kind() + " cannot be merged with " + earlier.kind() + " at " + earlier.location());
        return earlier;
    }

    private static Node replace(Node earlier, Node later) {
        later.replaces(earlier);
        return later;
    }

    /** Options belong to a driver; those of another driver mean nothing to it. */
    private Node logging(Node earlier, Node later, @Nullable SchemaNode schema, TreePath path) {
        if (earlier instanceof MappingNode base && later instanceof MappingNode over) {
            String before = base.string("driver");
            String after = over.string("driver");
            if (before != null && after != null && !before.equals(after)) {
                return replace(earlier, later);
            }
        }
        return joinAs(earlier, later, schema, path);
    }
}
