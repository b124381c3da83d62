package io.github.jcompose.loader.schema;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tree against the schema, names everything that is wrong with its exact place, and takes it out, so
 * that the stages behind it can go on and find what else is wrong.
 */
public final class StructureCheck {
    private final Problems problems;
    private final ScalarCheck scalars;
    private final BiConsumer<SequenceNode, String> unicity;

    /**
     * @param problems is told of everything that is wrong
     * @param unicity is told of each list whose items are told apart by a rule, with the rule, before it is checked
     */
    public StructureCheck(Problems problems, BiConsumer<SequenceNode, String> unicity) {
        this.problems = problems;
        this.unicity = unicity;
        this.scalars = new ScalarCheck(problems);
    }

    /** {@return whether the value may stay; parts of it may have been taken out} */
    public boolean check(Node node, SchemaNode schema, TreePath path) {
        ValueType type = schema.structure().type;
        if (!type.matches(node)) {
            problems.error(node, path, "must be " + type.describe() + ", not " + node.kind());
            return false;
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, schema, path);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence(sequence, schema, path);
        }
        return scalars.check((ScalarNode) node, schema, path);
    }

    /** {@return whether it is a single value that nothing is wrong with, as nearly all are: it needs no path} */
    private static boolean isRight(Node node, SchemaNode schema) {
        return node instanceof ScalarNode scalar
                && schema.structure().type.matches(node)
                && ScalarCheck.fault(scalar, schema.structure()) == null;
    }

    private boolean mapping(MappingNode mapping, SchemaNode schema, TreePath path) {
        boolean closed = schema.structure().closed;
        if (closed || schema.hasChildren()) {
            mapping.rewrite(entry -> {
                SchemaNode child = schema.child(entry.key());
                if (child == null && closed) {
                    unknown(entry, schema, path);
                    return null;
                }
                boolean stays = child == null
                        || isRight(entry.value(), child)
                        || check(entry.value(), child, path.key(entry.key()));
                return stays ? entry.value() : null;
            });
        }
        return required(mapping, schema, path);
    }

    private void unknown(Entry entry, SchemaNode schema, TreePath path) {
        if (problems.isFull()) {
            return;
        }
        boolean names = schema.attributes().isEmpty();
        String elsewhere = elsewhere(entry.key(), schema);
        String hint = elsewhere == null ? problems.didYouMean(entry.key(), schema.attributes()) : elsewhere;
        String what = names
                ? "invalid name '" + entry.key() + "'; use letters, digits, '.', '_' and '-'"
                : "unknown attribute '" + entry.key() + "'";
        problems.error(entry.keyNode(), path, what, hint);
    }

    /** {@return the hint where an attribute belongs that stands at a wrong level; null if there is not one such place} */
    private static @Nullable String elsewhere(String key, SchemaNode schema) {
        List<String> places = schema.attributes().stream()
                .filter(name -> {
                    SchemaNode child = schema.child(name);
                    return child != null && child.declares(key);
                })
                .toList();
        if (places.size() == 1) {
            return "it belongs under '" + places.get(0) + "'";
        }
        boolean ofService = schema == Schema.root() && Schema.service().declares(key);
        return ofService ? "it is an attribute of a service" : null;
    }

    private boolean required(MappingNode mapping, SchemaNode schema, TreePath path) {
        boolean complete = true;
        for (String name : schema.structure().required) {
            if (!mapping.has(name)) {
                complete = false;
                if (!mapping.isDamaged()) {
                    problems.error(mapping, path, "'" + name + "' is missing");
                }
            }
        }
        return complete;
    }

    private boolean sequence(SequenceNode sequence, SchemaNode schema, TreePath path) {
        SchemaNode item = schema.item();
        if (schema.unique() != null) {
            unicity.accept(sequence, schema.unique());
        }
        if (item != null) {
            sequence.rewrite((node, i) -> isRight(node, item) || check(node, item, path.item(i, node)) ? node : null);
        }
        if (schema.structure().uniqueItems && sequence.items().size() > 1) {
            unique(sequence, path);
        }
        return true;
    }

    private void unique(SequenceNode sequence, TreePath path) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node node = sequence.items().get(i);
            Integer first = seen.putIfAbsent(ValueKey.of(node), i);
            if (first != null) {
                Node earlier = sequence.items().get(first);
                problems.error(node, path.item(i, node), "the same as item " + first + " at " + earlier.location());
            }
        }
    }

    /** The check of a single value. */
    private record ScalarCheck(Problems problems) {
        boolean check(ScalarNode node, SchemaNode schema, TreePath path) {
            String fault = fault(node, schema.structure());
            if (fault == null) {
                return true;
            }
            String hint = null;
            if (schema.structure().pattern != null && node.isString()) {
                hint = problems.didYouMean(
                        node.text(), schema.structure().pattern.literals());
            }
            if (schema.structure().values != null) {
                List<String> names =
                        schema.structure().values.stream().map(String::valueOf).toList();
                hint = problems.didYouMean(node.text(), names);
            }
            problems.error(node, path, fault, hint);
            return false;
        }

        private static @Nullable String fault(ScalarNode node, SchemaNode.Structure structure) {
            if (node.value() instanceof Double number && (number.isInfinite() || number.isNaN())) {
                return "'" + node.text() + "' is no value for a compose file";
            }
            if (structure.values != null && !structure.values.contains(node.value())) {
                return "'" + node.text() + "' is not one of " + ValueType.quoted(structure.values);
            }
            if (structure.pattern != null && node.isString() && !structure.pattern.matches(node.text())) {
                return "'" + node.text() + "' " + structure.pattern.expected();
            }
            if (!(node.value() instanceof Number number)) {
                return null;
            }
            if (structure.minimum != null && number.doubleValue() < structure.minimum.doubleValue()) {
                return node.text() + " is less than " + structure.minimum;
            }
            if (structure.maximum != null && number.doubleValue() > structure.maximum.doubleValue()) {
                return node.text() + " is more than " + structure.maximum;
            }
            return null;
        }
    }
}
