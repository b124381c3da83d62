package io.github.jcompose.kubernetes.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as block YAML that every YAML reader takes for the same values: the tools of Kubernetes read YAML 1.1,
 * where a plain {@code yes} is no string, others read 1.2. So strings are plain only where nobody can err.
 */
public final class KubernetesYaml {
    private final StringBuilder out = new StringBuilder();

    private KubernetesYaml() {}

    /**
     * {@return the text of the tree, in the order of its maps, ending with a newline}
     *
     * @param tree maps, lists, strings, numbers, booleans, nulls and {@link Expression}s
     */
    public static String write(Map<String, ? extends @Nullable Object> tree) {
        KubernetesYaml yaml = new KubernetesYaml();
        if (tree.isEmpty()) {
            return "{}\n";
        }
        yaml.map(tree, 0, false);
        return yaml.out.toString();
    }

    private void map(Map<?, ?> map, int indent, boolean behindDash) {
        boolean sameLine = behindDash;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            startLine(sameLine ? 0 : indent);
            sameLine = false;
            Scalars.write(out, String.valueOf(entry.getKey()), 0, true);
            out.append(':');
            value(entry.getValue(), indent);
        }
    }

    private void value(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            map(map, indent + 2, false);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            list(list, indent);
        } else {
            out.append(' ');
            leaf(value, indent + 2);
        }
    }

    /** A list stands at the indent of its key, as kubectl writes it. */
    private void list(List<?> list, int indent) {
        for (Object item : list) {
            startLine(indent);
            out.append("- ");
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                map(map, indent + 2, true);
            } else if (item instanceof List<?> nested && !nested.isEmpty()) {
                out.append('\n');
                list(nested, indent + 2);
            } else {
                leaf(item, indent + 2);
            }
        }
    }

    private void leaf(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?>) {
            out.append("{}");
        } else if (value instanceof List<?>) {
            out.append("[]");
        } else if (value instanceof Expression expression) {
            out.append(expression.text());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            Scalars.write(out, value.toString(), indent, false);
        }
        if (out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void startLine(int indent) {
        out.append(" ".repeat(indent));
    }
}
