package io.github.jcompose.loader.output;

import io.github.jcompose.loader.syntax.GoFloat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree of plain values as YAML text, equal to the letter to what docker compose prints.
 *
 * <p>An emitter of our own: that of snakeyaml-engine folds quoted text in another way than the reference's
 * and has no setting for it.
 */
final class YamlText {
    private static final int INDENT = 2;
    /** Longer keys, in UTF-8 bytes, need the explicit form {@code ? key}. */
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final StringBuilder out = new StringBuilder();
    private final ScalarText scalars = new ScalarText(out);

    private YamlText() {}

    /** {@return the text of the tree, in the order of its maps, ending with a newline} */
    static String of(Map<String, ? extends @Nullable Object> tree) {
        YamlText text = new YamlText();
        if (tree.isEmpty()) {
            return "{}\n";
        }
        text.map(tree, 0);
        text.endLine();
        return text.out.toString();
    }

    /** Writes entries at the indent; the first one goes on behind a dash if the line has one. */
    private void map(Map<?, ?> map, int indent) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            startLine(indent, first);
            first = false;
            key(String.valueOf(entry.getKey()), entry.getValue(), indent);
        }
    }

    private void key(String key, @Nullable Object value, int indent) {
        if (isSimple(key)) {
            scalars.key(key);
            out.append(':');
            value(value, indent, false);
        } else {
            out.append("? ");
            scalars.write(key, indent + INDENT);
            endLine();
            out.append(" ".repeat(indent)).append(':');
            value(value, indent, true);
        }
    }

    private static boolean isSimple(String key) {
        return key.indexOf('\n') < 0
                && (key.length() <= LONGEST_SIMPLE_KEY / 3
                        || key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY);
    }

    private void list(List<?> list, int indent) {
        boolean first = true;
        for (Object item : list) {
            startLine(indent, first);
            first = false;
            out.append('-');
            value(item, indent, true);
        }
    }

    /**
     * Writes what stands behind a key or an indicator.
     *
     * @param sameLine whether a map or list may begin in the line of the indicator
     */
    private void value(@Nullable Object value, int indent, boolean sameLine) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            separate(sameLine);
            map(map, indent + INDENT);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            separate(sameLine);
            list(list, indent + INDENT);
        } else {
            out.append(' ');
            leaf(value, indent + INDENT);
        }
    }

    private void leaf(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?>) {
            out.append("{}");
        } else if (value instanceof List<?>) {
            out.append("[]");
        } else if (value instanceof Double number) {
            out.append(GoFloat.text(number.doubleValue()));
        } else if (value instanceof Float number) {
            out.append(GoFloat.text(number.floatValue()));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            scalars.write(value.toString(), indent);
        }
    }

    private void separate(boolean sameLine) {
        out.append(sameLine ? ' ' : '\n');
    }

    private void startLine(int indent, boolean first) {
        boolean behindIndicator = first && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
        if (!behindIndicator) {
            endLine();
            out.append(" ".repeat(indent));
        }
    }

    private void endLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
