package io.github.jcompose.loader.dotenv;

import io.github.jcompose.loader.interpolation.Template;
import io.github.jcompose.loader.interpolation.TemplateException;
import io.github.jcompose.loader.interpolation.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks a text once, statement by statement. */
final class DotEnvParser {
    static final int MOST_VARIABLES = 100_000;
    private static final String EXPORT = "export";

    private final Text text;
    private final Function<String, @Nullable String> lookup;
    private final UnsetVariable unset;
    private final Map<String, @Nullable String> variables = new LinkedHashMap<>();
    private int at;

    /** How long the values still to come may be, all together. */
    private int budget;

    DotEnvParser(Text text, Function<String, @Nullable String> lookup, UnsetVariable unset) {
        this.text = text;
        this.lookup = lookup;
        this.unset = unset;
        this.budget = (int) Math.min(Integer.MAX_VALUE, (long) text.length() + Template.DEFAULT_MAX_LENGTH);
    }

    Map<String, @Nullable String> parse() {
        while (skipToStatement()) {
            if (variables.size() == MOST_VARIABLES) {
                throw text.error(at, "more than " + MOST_VARIABLES + " variables");
            }
            skipExport();
            String key = key();
            if (at < text.length() && text.at(at) != '\n') {
                at++;
                variables.put(key, value());
            } else if (!key.isEmpty()) {
                String inherited = lookup.apply(key);
                if (inherited != null) {
                    variables.put(key, inherited);
                }
            }
        }
        return variables;
    }

    /** A statement starts where neither space nor a comment is: also after a closing quote, in the same line. */
    private boolean skipToStatement() {
        while (at < text.length()) {
            char c = text.at(at);
            if (c == '#') {
                at = text.endOfLine(at);
            } else if (Text.isSpace(c)) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipExport() {
        int end = at + EXPORT.length();
        if (text.startsWith(EXPORT, at) && (end == text.length() || Text.isSpace(text.at(end)))) {
            at = end;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Text.isBlank(text.at(at))) {
            at++;
        }
    }

    /** Leaves off at the separator, or at the end of the line if there is none. */
    private String key() {
        int start = at;
        int end = at;
        int gap = -1;
        while (at < text.length() && "=:\n".indexOf(text.at(at)) < 0) {
            int c = text.codePointAt(at);
            if (Text.isBlank(text.at(at))) {
                gap = gap < 0 && end == at ? at : gap;
            } else if (isNameCharacter(c)) {
                end = at + Character.charCount(c);
            } else {
                String rest = text.from(start, text.endOfLine(at));
                throw text.error(
                        at,
                        "unexpected character " + Text.quoted(Character.toString(c)) + " in the name of a variable: "
                                + Text.quoted(rest));
            }
            at += Character.charCount(c);
        }
        String key = text.from(start, end);
        if (gap >= 0 && gap < end) {
            throw text.error(gap, "the name of a variable cannot contain a space: " + Text.quoted(key));
        }
        return key;
    }

    private static boolean isNameCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0;
        };
    }

    private String value() {
        skipBlanks();
        if (at < text.length() && (text.at(at) == '"' || text.at(at) == '\'')) {
            return quotedValue(text.at(at));
        }
        int start = at;
        at = text.endOfLine(start);
        String line = text.from(start, at);
        int comment = line.indexOf(" #");
        int end = comment < 0 ? line.length() : comment;
        while (end > 0 && Text.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return substituted(line.substring(0, end), offset -> start + offset);
    }

    private String quotedValue(char quote) {
        int open = at;
        int close = open + 1;
        while (close < text.length() && text.at(close) != quote) {
            close += text.at(close) == '\\' ? 2 : 1;
        }
        if (close >= text.length()) {
            String line = text.from(open, text.endOfLine(open));
            throw text.error(open, "the quote is not closed: " + Text.quoted(line));
        }
        at = close + 1;
        String raw = text.from(open + 1, close);
        if (quote == '\'') {
            return raw.replace("\\'", "'");
        }
        String template = DoubleQuotes.template(raw);
        // With escapes replaced, what the offset means in the text is not known.
        return substituted(template, template.equals(raw) ? offset -> open + 1 + offset : offset -> open);
    }

    private String substituted(String template, IntUnaryOperator place) {
        try {
            String value = Template.substitute(template, new Defined(place), budget);
            budget -= value.length();
            return value;
        } catch (TemplateException e) {
            throw text.error(place.applyAsInt(e.offset()), String.valueOf(e.getMessage()));
        }
    }

    /** The variables that a value may name: those from elsewhere, then those that are defined above it. */
    private final class Defined implements Variables {
        private final IntUnaryOperator place;

        Defined(IntUnaryOperator place) {
            this.place = place;
        }

        @Override
        public @Nullable String value(String name) {
            String outer = lookup.apply(name);
            return outer == null ? variables.get(name) : outer;
        }

        @Override
        public void unset(String name, int offset) {
            unset.found(name, text.line(place.applyAsInt(offset)));
        }
    }
}
