package io.github.jcompose.loader.dotenv;

/** What a value in double quotes stands for. */
final class DoubleQuotes {
    private static final int MOST_OCTAL_DIGITS = 3;

    private DoubleQuotes() {}

    /** {@return the template: escapes replaced, and {@code \$} written as {@code $$}} */
    static String template(String raw) {
        int backslash = raw.indexOf('\\');
        if (backslash < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); ) {
            char c = raw.charAt(at);
            if (c == '\\' && at + 1 < raw.length()) {
                at += escape(raw, at, out);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /** Returns the length of the escape; one that does not exist stays as it is. */
    private static int escape(String raw, int backslash, StringBuilder out) {
        char c = raw.charAt(backslash + 1);
        switch (c) {
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '\\', '"' -> out.append(c);
            case '$' -> out.append("$$");
            case '0' -> {
                return octal(raw, backslash, out);
            }
            default -> out.append('\\').append(c);
        }
        return 2;
    }

    private static int octal(String raw, int backslash, StringBuilder out) {
        int start = backslash + 2;
        int end = start;
        int value = 0;
        while (end < raw.length()
                && end < start + MOST_OCTAL_DIGITS
                && raw.charAt(end) >= '0'
                && raw.charAt(end) <= '7') {
            value = value * 8 + (raw.charAt(end) - '0');
            end++;
        }
        if (value == 0 || value > 0xff) {
            // Neither a NUL nor more than a byte: no escape.
            out.append(raw, backslash, end);
        } else {
            out.append((char) value);
        }
        return end - backslash;
    }
}
