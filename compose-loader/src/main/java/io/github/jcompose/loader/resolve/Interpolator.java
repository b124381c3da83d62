package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.interpolation.Template;
import io.github.jcompose.loader.interpolation.TemplateException;
import io.github.jcompose.loader.interpolation.Variables;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.syntax.Casts;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Substitutes variables in every string value, then converts the texts of which the schema says so. */
public final class Interpolator {
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_SEARCHED = 10_000;

    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * @param environment the variables
     * @param problems is told of templates that cannot be read and variables that are missing
     */
    public Interpolator(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Substitutes in all values of the mapping. */
    public void apply(MappingNode mapping, @Nullable SchemaNode schema, TreePath path) {
        mapping.rewrite(entry -> {
            SchemaNode child = schema == null ? null : schema.child(entry.key());
            return isSettled(entry.value(), child)
                    ? entry.value()
                    : substitute(entry.value(), child, path.key(entry.key()));
        });
    }

    private void apply(SequenceNode sequence, @Nullable SchemaNode schema, TreePath path) {
        SchemaNode item = schema == null ? null : schema.item();
        sequence.rewrite((node, i) -> isSettled(node, item) ? node : substitute(node, item, path.item(i, node)));
    }

    /** {@return whether it is a value that nothing is to be done about, as nearly all are} */
    private static boolean isSettled(Node node, @Nullable SchemaNode schema) {
        return node.isConstant() && (schema == null || !schema.reachesCast());
    }

    /** {@return the value to put in the place of this one; null if it is wrong and has to go} */
    private @Nullable Node substitute(Node node, @Nullable SchemaNode schema, TreePath path) {
        if (node instanceof MappingNode mapping) {
            apply(mapping, schema, path);
            return node;
        }
        if (node instanceof SequenceNode sequence) {
            apply(sequence, schema, path);
            return node;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (!(scalar.value() instanceof String)) {
            return node;
        }
        String text = substitute(scalar, path);
        if (text == null) {
            return null;
        }
        problems.spend(
                Math.max(
                        0,
                        Budget.costOf(text.length())
                                - Budget.costOf(scalar.text().length())),
                scalar,
                path);
        ScalarNode substituted = text.equals(scalar.text()) ? scalar : replace(scalar, text, text);
        return schema == null || schema.cast() == null ? substituted : cast(substituted, schema.cast(), path);
    }

    private static ScalarNode replace(ScalarNode node, String text, @Nullable Object value) {
        ScalarNode replaced = new ScalarNode(node.source(), node.line(), node.column(), text, value);
        replaced.action(node.action());
        return replaced;
    }

    private @Nullable String substitute(ScalarNode node, TreePath path) {
        if (node.text().indexOf('$') < 0) {
            return node.text();
        }
        try {
            return Template.substitute(node.text(), new Environment(node, path));
        } catch (TemplateException e) {
            problems.error(at(node, e.offset()), path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** {@return a node at the place of a reference in the text, where that can be told} */
    private static Node at(ScalarNode node, int offset) {
        String reference = reference(node.text(), offset);
        if (node.text().length() > LONGEST_SEARCHED) {
            return node;
        }
        int earlier = 0;
        for (int i = node.text().indexOf(reference);
                i >= 0 && i < offset;
                i = node.text().indexOf(reference, i + 1)) {
            earlier++;
        }
        Location found = node.source().find(reference, node.line(), node.column(), earlier);
        return found == null ? node : new ScalarNode(node.source(), found.line(), found.column(), reference, reference);
    }

    /** {@return the reference that starts at an offset, for people: up to its brace, or to the end of the name} */
    private static String reference(String text, int offset) {
        int end = offset + 1;
        boolean braced = text.startsWith("{", end);
        for (int open = 0; end < text.length() && end - offset < LONGEST_REFERENCE; end++) {
            char c = text.charAt(end);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (braced && open == 0) {
                return text.substring(offset, end + 1);
            }
            if (c == '\n' || (!braced && c != '_' && !Character.isLetterOrDigit(c))) {
                break;
            }
        }
        return text.substring(offset, end);
    }

    private @Nullable ScalarNode cast(ScalarNode node, String type, TreePath path) {
        try {
            Casts.Result result = Casts.cast(type, node.text());
            if (result.yaml11()) {
                String meant = Boolean.TRUE.equals(result.value()) ? "true" : "false";
                problems.warning(node, path, "'" + node.text() + "' is no boolean in YAML 1.2; write '" + meant + "'");
            }
            return replace(node, node.text(), result.value());
        } catch (IllegalArgumentException e) {
            problems.error(node, path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The variables, as seen from one value. */
    private final class Environment implements Variables {
        private final ScalarNode node;
        private final TreePath path;

        Environment(ScalarNode node, TreePath path) {
            this.node = node;
            this.path = path;
        }

        @Override
        public @Nullable String value(String name) {
            return environment.get(name);
        }

        @Override
        public void unset(String name, int offset) {
            if (!problems.listensToWarnings()) {
                return;
            }
            String message = "The \"" + name + "\" variable is not set. Defaulting to a blank string.";
            problems.warning(at(node, offset), path, message);
        }
    }
}
