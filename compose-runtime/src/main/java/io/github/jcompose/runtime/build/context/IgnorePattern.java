package io.github.jcompose.runtime.build.context;

import java.util.regex.Pattern;

/**
 * A pattern of a {@code .dockerignore}: that of Go's {@code filepath.Match}, and {@code **} for any number of folders.
 * Paths are relative to the context, with slashes.
 */
final class IgnorePattern {
    private enum Kind {
        EXACT,
        PREFIX,
        SUFFIX,
        REGEX
    }

    private static final String ANYTHING = "**";

    private final String text;
    private final boolean exception;
    private Kind kind = Kind.EXACT;
    private Pattern regex = Pattern.compile("");

    private IgnorePattern(String text, boolean exception) {
        this.text = text;
        this.exception = exception;
    }

    /**
     * {@return the pattern}
     *
     * @param text cleaned, and without the {@code !} of an exception
     * @throws IllegalArgumentException if the text is no pattern
     */
    static IgnorePattern of(String text, boolean exception) {
        IgnorePattern pattern = new IgnorePattern(text, exception);
        String expression = pattern.translate();
        if (pattern.kind == Kind.REGEX) {
            pattern.regex = Pattern.compile(expression, Pattern.DOTALL);
        }
        return pattern;
    }

    /** {@return the exception for one path, in which nothing has a meaning of its own} */
    static IgnorePattern exceptionFor(String path) {
        return new IgnorePattern(path, true);
    }

    /** {@return whether it takes back what patterns before it exclude} */
    boolean isException() {
        return exception;
    }

    /** {@return whether it is {@code **}} */
    boolean isAnything() {
        return text.equals(ANYTHING);
    }

    /** {@return whether it matches the path itself; what a pattern matches it also matches with all below} */
    boolean matches(String path) {
        return switch (kind) {
            case EXACT -> path.equals(text);
            case PREFIX -> path.startsWith(text.substring(0, text.length() - ANYTHING.length()));
            case SUFFIX -> hasSuffix(path);
            case REGEX -> regex.matcher(path).matches();
        };
    }

    private boolean hasSuffix(String path) {
        String suffix = text.substring(ANYTHING.length());
        return path.endsWith(suffix) || (suffix.startsWith("/") && path.equals(suffix.substring(1)));
    }

    /** {@return whether it may match something in the folder} */
    boolean mayMatchIn(String folder) {
        String below = folder + "/";
        int literal = 0;
        while (literal < text.length() && "*?[\\".indexOf(text.charAt(literal)) < 0) {
            literal++;
        }
        String start = kind == Kind.EXACT ? text : text.substring(0, literal);
        return start.startsWith(below) || (kind != Kind.EXACT && below.startsWith(start));
    }

    private String translate() {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith(ANYTHING, i)) {
                i = translateAnything(i, out);
                continue;
            }
            i++;
            if (c == '*') {
                out.append("[^/]*");
                kind = Kind.REGEX;
            } else if (c == '?') {
                out.append("[^/]");
                kind = Kind.REGEX;
            } else if (c == '[') {
                i = translateClass(i, out);
                kind = Kind.REGEX;
            } else if (c == '\\') {
                literal(escaped(i), out);
                i++;
                kind = Kind.REGEX;
            } else {
                literal(c, out);
            }
        }
        return out.toString();
    }

    private int translateAnything(int start, StringBuilder out) {
        int next = start + ANYTHING.length();
        if (next < text.length() && text.charAt(next) == '/') {
            next++;
        }
        if (next < text.length()) {
            out.append("(.*/)?");
            kind = Kind.REGEX;
        } else if (kind == Kind.EXACT) {
            kind = Kind.PREFIX;
        } else {
            out.append(".*");
            kind = Kind.REGEX;
        }
        if (start == 0) {
            kind = Kind.SUFFIX;
        }
        return next;
    }

    /** {@return the position behind the class that begins before this one} */
    private int translateClass(int start, StringBuilder out) {
        out.append('[');
        int i = start;
        if (i < text.length() && text.charAt(i) == '^') {
            out.append('^');
            i++;
        }
        int first = i;
        while (i == first || i >= text.length() || text.charAt(i) != ']') {
            i = member(i, out);
            if (i < text.length() && text.charAt(i) == '-') {
                out.append('-');
                i = member(i + 1, out);
            }
        }
        out.append(']');
        return i + 1;
    }

    private int member(int at, StringBuilder out) {
        if (at >= text.length() || text.charAt(at) == '-' || text.charAt(at) == ']') {
            throw new IllegalArgumentException("syntax error in pattern '" + text + "'");
        }
        boolean escape = text.charAt(at) == '\\';
        literal(escape ? escaped(at + 1) : text.charAt(at), out);
        return escape ? at + 2 : at + 1;
    }

    private char escaped(int at) {
        if (at >= text.length()) {
            throw new IllegalArgumentException("syntax error in pattern '" + text + "'");
        }
        return text.charAt(at);
    }

    private static void literal(char c, StringBuilder out) {
        if (c < 128 && !Character.isLetterOrDigit(c)) {
            out.append('\\');
        }
        out.append(c);
    }
}
