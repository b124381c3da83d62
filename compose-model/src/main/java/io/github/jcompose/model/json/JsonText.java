package io.github.jcompose.model.json;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text the way Go's encoder does. It must be equal to the letter, since hashes of it are compared
 * with those that the reference stored: {@code <}, {@code >}, {@code &} and the two line separators are
 * escaped, floats take their shortest form.
 */
final class JsonText {
    private static final String HEX = "0123456789abcdef";
    private final StringBuilder out = new StringBuilder();
    private final int indent;

    JsonText(int indent) {
        this.indent = indent;
    }

    String write(@Nullable Object value) {
        value(value, 0);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof Iterable<?> list) {
            list(list, depth);
        } else if (value instanceof Float || value instanceof Double) {
            out.append(number((Number) value));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            newLine(depth + 1);
            string(String.valueOf(entry.getKey()));
            out.append(indent > 0 ? ": " : ":");
            value(entry.getValue(), depth + 1);
            separator = ",";
        }
        if (!map.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void list(Iterable<?> list, int depth) {
        out.append('[');
        Iterator<?> items = list.iterator();
        boolean empty = !items.hasNext();
        while (items.hasNext()) {
            newLine(depth + 1);
            value(items.next(), depth + 1);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        if (!empty) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(depth * indent));
        }
    }

    private static String number(Number value) {
        double magnitude = Math.abs(value.doubleValue());
        BigDecimal shortest = new BigDecimal(value.toString()).stripTrailingZeros();
        boolean small = value instanceof Float ? (float) magnitude < 1e-6f : magnitude < 1e-6;
        boolean large = value instanceof Float ? (float) magnitude >= 1e21f : magnitude >= 1e21;
        if (magnitude == 0 || (!small && !large)) {
            return shortest.signum() == 0 ? "0" : shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        // Go writes e-09 as e-9.
        return (shortest.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text.charAt(i))) {
                out.append(text, written, i);
                escape(text.charAt(i));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean isEscaped(char c) {
        return c < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15));
                out.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
    }
}
