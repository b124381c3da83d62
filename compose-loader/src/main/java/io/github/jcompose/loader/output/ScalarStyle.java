package io.github.jcompose.loader.output;

import io.github.jcompose.loader.syntax.GoScalar;

/** The ways to write a string, and the reference's choice among them. */
enum ScalarStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL;

    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static ScalarStyle of(String text) {
        if (text.isEmpty()) {
            return DOUBLE_QUOTED;
        }
        boolean lines = text.indexOf('\n') >= 0;
        if (needsEscapes(text, lines)) {
            return DOUBLE_QUOTED;
        }
        if (lines) {
            return LITERAL;
        }
        if (!(GoScalar.resolve(text) instanceof String)) {
            return DOUBLE_QUOTED;
        }
        return isPlain(text) && !Yaml11.hasOtherMeaning(text) ? PLAIN : SINGLE_QUOTED;
    }

    private static boolean needsEscapes(String text, boolean lines) {
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean tabInBlock = c == '\t' && lines;
            boolean spaceAtLineEnd = lines && c == ' ' && (i == last || text.charAt(i + 1) == '\n');
            if ((!isPrintable(c) && !tabInBlock) || (c != '\n' && isBreak(c)) || spaceAtLineEnd) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String text) {
        char first = text.charAt(0);
        int last = text.length() - 1;
        boolean blankBehindFirst = last == 0 || text.charAt(1) == ' ';
        if (first == ' '
                || text.charAt(last) == ' '
                || INDICATORS.indexOf(first) >= 0
                || ((first == '-' || first == '?' || first == ':') && blankBehindFirst)
                || text.startsWith("---")
                || text.startsWith("...")) {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            char c = text.charAt(i);
            boolean endsKey = c == ':' && (i == last || text.charAt(i + 1) == ' ');
            boolean startsComment = c == '#' && text.charAt(i - 1) == ' ';
            if (endsKey || startsComment) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the character may stand unescaped; halves of a pair are not printable} */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
    }

    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
