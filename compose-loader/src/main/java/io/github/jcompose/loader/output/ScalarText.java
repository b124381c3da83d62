package io.github.jcompose.loader.output;

import java.util.Locale;

/** Writes strings as YAML scalars: unquoted where possible, folded at spaces behind column 80. */
final class ScalarText {
    private static final int WIDTH = 80;
    private static final int INDENT = 2;

    private final StringBuilder out;
    private int lineStart;

    ScalarText(StringBuilder out) {
        this.out = out;
    }

    /** Writes a key in one line. */
    void key(String text) {
        write(text, ScalarStyle.of(text), -1);
    }

    /** Writes a value; further lines of it start at the indent. */
    void write(String text, int indent) {
        write(text, ScalarStyle.of(text), indent);
    }

    private void write(String text, ScalarStyle style, int indent) {
        lineStart = out.lastIndexOf("\n") + 1;
        switch (style) {
            case PLAIN -> plain(text, indent);
            case SINGLE_QUOTED -> singleQuoted(text, indent);
            case LITERAL -> literal(text, indent);
            case DOUBLE_QUOTED -> doubleQuoted(text, indent);
        }
    }

    private void plain(String text, int indent) {
        if (indent < 0 || out.length() - lineStart + text.length() <= WIDTH) {
            out.append(text);
            return;
        }
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && !afterSpace && folds(indent) && !isSpace(text, i + 1)) {
                fold(indent);
            } else {
                out.append(c);
            }
            afterSpace = c == ' ';
        }
    }

    private void singleQuoted(String text, int indent) {
        out.append('\'');
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && !afterSpace && inside && folds(indent) && !isSpace(text, i + 1)) {
                fold(indent);
            } else {
                out.append(c == '\'' ? "''" : String.valueOf(c));
            }
            afterSpace = c == ' ';
        }
        out.append('\'');
    }

    private void literal(String text, int indent) {
        out.append('|');
        if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            out.append(INDENT);
        }
        int end = text.length();
        if (text.charAt(end - 1) != '\n') {
            out.append('-');
        } else if (end == 1 || text.charAt(end - 2) == '\n') {
            out.append('+');
        }
        out.append('\n');
        boolean atStart = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (atStart && c != '\n') {
                out.append(" ".repeat(indent));
            }
            out.append(c);
            atStart = c == '\n';
        }
    }

    private void doubleQuoted(String text, int indent) {
        out.append('"');
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && !afterSpace && inside && folds(indent)) {
                fold(indent);
                out.append(isSpace(text, i + 1) ? "\\" : "");
            } else if (c == '"' || c == '\\' || !ScalarStyle.isPrintable(c) || ScalarStyle.isBreak(c)) {
                escape(c);
            } else {
                out.appendCodePoint(c);
            }
            afterSpace = c == ' ';
            i += Character.charCount(c);
        }
        out.append('"');
    }

    private void escape(int c) {
        out.append('\\');
        switch (c) {
            case 0x00 -> out.append('0');
            case 0x07 -> out.append('a');
            case 0x08 -> out.append('b');
            case 0x09 -> out.append('t');
            case 0x0A -> out.append('n');
            case 0x0B -> out.append('v');
            case 0x0C -> out.append('f');
            case 0x0D -> out.append('r');
            case 0x1B -> out.append('e');
            case '"' -> out.append('"');
            case '\\' -> out.append('\\');
            case 0x85 -> out.append('N');
            case 0xA0 -> out.append('_');
            // \L and \P are escapes too, but the YAML library of the loader does not read them back.
            default -> out.append(String.format(Locale.ROOT, c <= 0xFF ? "x%02X" : c <= 0xFFFF ? "u%04X" : "U%08X", c));
        }
    }

    /** Columns count characters; those outside the basic plane are always escaped. */
    private boolean folds(int indent) {
        return indent >= 0 && out.length() - lineStart > WIDTH;
    }

    private void fold(int indent) {
        out.append('\n');
        lineStart = out.length();
        out.append(" ".repeat(indent));
    }

    private static boolean isSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ';
    }
}
