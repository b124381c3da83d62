package io.github.jcompose.kubernetes.yaml;

import java.util.Locale;
import java.util.Set;

/** Writes strings. */
final class Scalars {
    /** Words that some version of YAML takes for something else than a string. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private Scalars() {}

    /** Writes a string so that it is read as this string by YAML 1.1 and 1.2. */
    static void write(StringBuilder out, String text, int indent, boolean key) {
        if (isPlain(text)) {
            out.append(text);
        } else if (!key && isBlock(text)) {
            block(out, text, indent);
        } else {
            quoted(out, text);
        }
    }

    /** A first letter or slash makes it no number, date or indicator; the rest is harmless anywhere. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (isAmount(text)) {
            return true;
        }
        char first = text.charAt(0);
        if (!isLetter(first) && first != '/') {
            return false;
        }
        int last = text.length() - 1;
        for (int i = 1; i <= last; i++) {
            char c = text.charAt(i);
            boolean inside =
                    i < last && ((c == ':' && text.charAt(i + 1) != ' ') || (c == ' ' && isSafe(text.charAt(i + 1))));
            if (!isSafe(c) && !inside) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a quantity such as {@code 500m} and {@code 10Gi}, which no YAML takes for a number. */
    private static boolean isAmount(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        String unit = text.substring(digits);
        return digits > 0
                && (unit.equals("m") || (unit.length() == 2 && unit.charAt(1) == 'i' && isLetter(unit.charAt(0))));
    }

    private static boolean isSafe(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || "/._-+=@,()$;<>".indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether it has several lines, and nothing that a literal block would lose. */
    private static boolean isBlock(String text) {
        if (text.indexOf('\n') < 0 || text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaceAtEnd = (c == ' ' || c == '\t') && (i + 1 == text.length() || text.charAt(i + 1) == '\n');
            if (spaceAtEnd || (c < ' ' && c != '\n' && c != '\t') || !isCommon(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommon(char c) {
        return c < 0x7F || (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xD800);
    }

    private static void block(StringBuilder out, String text, int indent) {
        boolean ended = text.endsWith("\n");
        String keep = ended ? (text.endsWith("\n\n") ? "+" : "") : "-";
        out.append('|').append(keep).append('\n');
        String body = ended ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
        }
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    boolean half = Character.isSurrogate(c);
                    if ((isCommon(c) && c >= ' ') || half) {
                        out.append(c);
                    } else {
                        out.append("\\u").append(String.format(Locale.ROOT, "%04X", (int) c));
                    }
                }
            }
        }
        out.append('"');
    }
}
