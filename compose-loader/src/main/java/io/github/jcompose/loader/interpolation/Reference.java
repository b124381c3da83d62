package io.github.jcompose.loader.interpolation;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a variable inside a template.
 *
 * @param name the variable
 * @param start where its {@code $} stands
 * @param operator what to do about a missing value; empty for {@code $NAME} and <code>${NAME}</code>
 * @param restStart where the text after the operator starts
 * @param restEnd where the text after the operator ends
 * @param end the index after the reference
 */
record Reference(String name, int start, String operator, int restStart, int restEnd, int end) {
    /** U+017F and U+212A fold to {@code s} and {@code k}, which is why the reference takes them for letters. */
    private static final String FOLDING_TO_ASCII = "\u017f\u212a";

    /** {@return the reference that starts at a {@code $}, or null if there is none that fits the grammar} */
    static @Nullable Reference at(String text, Braces braces, int start, int end) {
        boolean braced = start + 1 < end && text.charAt(start + 1) == '{';
        int nameStart = braced ? start + 2 : start + 1;
        int nameEnd = nameEnd(text, nameStart, end);
        if (nameEnd == nameStart) {
            return null;
        }
        String name = text.substring(nameStart, nameEnd);
        if (!braced) {
            return new Reference(name, start, "", nameEnd, nameEnd, nameEnd);
        }
        if (nameEnd < end && text.charAt(nameEnd) == '}') {
            return new Reference(name, start, "", nameEnd, nameEnd, nameEnd + 1);
        }
        int operatorEnd = nameEnd < end && text.charAt(nameEnd) == ':' ? nameEnd + 1 : nameEnd;
        if (operatorEnd >= end || "-+?".indexOf(text.charAt(operatorEnd)) < 0) {
            return null;
        }
        operatorEnd++;
        int close = braces.closing(start + 1, end);
        return close < operatorEnd
                ? null
                : new Reference(name, start, text.substring(nameEnd, operatorEnd), operatorEnd, close, close + 1);
    }

    /** {@return whether an empty value counts as a missing one} */
    boolean emptyIsMissing() {
        return operator.startsWith(":");
    }

    /** {@return the last character of the operator: {@code -}, {@code +} or {@code ?}; 0 where there is none} */
    char action() {
        return operator.isEmpty() ? 0 : operator.charAt(operator.length() - 1);
    }

    private static int nameEnd(String text, int from, int end) {
        int at = from;
        while (at < end && isNameCharacter(text.charAt(at), at == from)) {
            at++;
        }
        return at;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (!first && c >= '0' && c <= '9')
                || FOLDING_TO_ASCII.indexOf(c) >= 0;
    }
}
