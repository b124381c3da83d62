package io.github.jcompose.loader.canonical;

import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns short syntax into long, by the forms that the schema names.
 *
 * <p>Forms of single values, such as a command in one string, stay: they are read when the model is made.
 */
public final class CanonicalForm {
    /** A port in long syntax has up to five attributes. */
    private static final int COST_OF_PORT = 12;

    private final Problems problems;
    private final boolean lenient;
    private final BiConsumer<SequenceNode, String> unicity;

    /**
     * @param problems is told of short syntax that cannot be read
     * @param lenient whether such syntax stays as it is, because variables in it are not substituted
     * @param unicity is told of each list in long syntax whose items are told apart by a rule, with the rule
     */
    public CanonicalForm(Problems problems, boolean lenient, BiConsumer<SequenceNode, String> unicity) {
        this.unicity = unicity;
        this.problems = problems;
        this.lenient = lenient;
    }

    /** Turns everything in the mapping into long syntax. */
    public void apply(MappingNode mapping, SchemaNode schema, TreePath path) {
        SchemaNode external = schema.child("external");
        if (external != null && "external".equals(external.form())) {
            ExternalName.apply(mapping, path, problems);
        }
        mapping.rewrite(entry -> {
            SchemaNode child = schema.child(entry.key());
            return child != null && (child.reachesForm() || child.reachesUnique())
                    ? canonical(entry.value(), child, path.key(entry.key()))
                    : entry.value();
        });
    }

    private @Nullable Node canonical(Node value, SchemaNode schema, TreePath path) {
        Node node = value;
        if (schema.form() != null) {
            try {
                node = LongForm.of(schema.form(), value);
            } catch (IllegalArgumentException e) {
                if (!lenient) {
                    problems.refuse(value, path, e);
                    return null;
                }
            }
        }
        if (node instanceof MappingNode mapping) {
            apply(mapping, schema, path);
        } else if (node instanceof SequenceNode sequence && schema.item() != null) {
            items(sequence, schema.item(), schema.form(), path);
        }
        if (schema.unique() != null && node instanceof SequenceNode sequence) {
            unicity.accept(sequence, schema.unique());
        }
        return node;
    }

    private void items(SequenceNode sequence, SchemaNode item, @Nullable String form, TreePath path) {
        if ("ports".equals(form)) {
            ports(sequence, path);
            return;
        }
        sequence.rewrite((node, i) -> canonical(node, item, path.item(i, node)));
    }

    /** One entry can stand for several ports; where one cannot be read and may stay, all stay. */
    private void ports(SequenceNode sequence, TreePath path) {
        List<Node> ports = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            try {
                List<Node> several = LongForm.ports(item);
                if (several.size() > 1) {
                    problems.spend(COST_OF_PORT * several.size(), item, path.item(i, item));
                }
                ports.addAll(several);
            } catch (IllegalArgumentException e) {
                if (lenient) {
                    return;
                }
                problems.error(item, path.item(i, item), String.valueOf(e.getMessage()));
            }
        }
        sequence.items().clear();
        sequence.items().addAll(ports);
    }
}
