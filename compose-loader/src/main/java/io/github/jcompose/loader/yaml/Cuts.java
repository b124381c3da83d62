package io.github.jcompose.loader.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a large text that look like the beginning of a service, about as far from each other as wanted. Only parsers can
 * tell whether they are: {@link CutText} asks them.
 *
 * @param starts the lines; none where the text holds what may reach from one service to another, or is not large
 * @param indent of the services, in characters
 */
record Cuts(List<Start> starts, int indent) {
    private static final String SECTION = "services:\n";
    /** A text that is refused in the end is read twice, so none is cut that is larger than real ones are. */
    private static final int LARGEST = 8 << 20;
    /** Aliases, and what begins or ends a document. */
    private static final List<String> UNUSUAL = List.of(": *", "- *", "\n---", "\n...", "\n%", "\r");

    /**
     * The beginning of a line.
     *
     * @param offset in the text, from 0
     * @param line from 0
     */
    record Start(int offset, int line) {}

    /**
     * {@return where the text may be cut}
     *
     * @param size of a piece at least, in characters
     */
    static Cuts in(String text, int size) {
        boolean large = text.length() >= 2 * size
                && text.length() <= LARGEST
                && UNUSUAL.stream().noneMatch(text::contains);
        int indent = large ? indent(text) : 0;
        return new Cuts(indent == 0 ? List.of() : starts(text, size, indent), indent);
    }

    /** {@return how far the first service is indented; 0 if that cannot be told} */
    private static int indent(String text) {
        int section = text.startsWith(SECTION) ? 0 : text.indexOf("\n" + SECTION) + 1;
        int line = text.startsWith(SECTION, section) ? section + SECTION.length() : text.length();
        while (line < text.length()) {
            int start = afterSpaces(text, line);
            char first = start < text.length() ? text.charAt(start) : '\n';
            if (first != '\n' && first != '#') {
                return isKey(first) ? start - line : 0;
            }
            line = lineAfter(text, line);
        }
        return 0;
    }

    private static List<Start> starts(String text, int size, int indent) {
        List<Start> starts = new ArrayList<>();
        int line = 0;
        int wanted = size;
        boolean inside = false;
        boolean filled = false;
        for (int at = 0; text.length() - at >= size / 2; at = lineAfter(text, at)) {
            char first = text.charAt(at);
            if (first != ' ' && first != '\n' && first != '#') {
                inside = text.startsWith(SECTION, at);
                filled = false;
            }
            boolean service = inside && begins(text, at, indent);
            if (service && filled && at >= wanted && !followsSpaces(text, at)) {
                starts.add(new Start(at, line));
                wanted = at + size;
            }
            // The first service of all stays with the key of the services.
            filled |= service;
            line++;
        }
        return starts;
    }

    private static boolean begins(String text, int at, int indent) {
        int start = afterSpaces(text, at);
        return start - at == indent && start < text.length() && isKey(text.charAt(start));
    }

    /** {@return whether there is a line of spaces before, which what follows it may make an error in a block of text} */
    private static boolean followsSpaces(String text, int at) {
        int end = at - 1;
        while (text.charAt(end - 1) == '\n') {
            end--;
        }
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        return afterSpaces(text, lineStart) == end;
    }

    private static int afterSpaces(String text, int at) {
        int start = at;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private static int lineAfter(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** {@return whether a line that begins so is a key, or a text, without anything in front of it} */
    static boolean isKey(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
