package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.Location;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file that nodes come from, with its text for excerpts. */
public final class Source {
    private static final int LONGEST_EXCERPT = 160;
    private static final int LONGEST_LINE = 1000;

    /** Compiled at the first message. */
    private static final class Patterns {
        /** A scalar as far as its line goes: in quotes, or without them up to what ends it. */
        static final Pattern WRITTEN = Pattern.compile(
                "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'|\\$\\{[^}]*+}|[^\\s,\\[\\]{}\"'](?:[^,\\[\\]{}:#]|\\{[^}]*+}|:(?=\\S)|(?<!\\s)#)*+(?<!\\s)");
        /** What would move the cursor of a terminal. */
        static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");
    }

    private final String name;
    private final String text;
    private final @Nullable Confinement confinement;
    /** Tells the index of a list item in its list by line and column; null where there is none. */
    private BiFunction<Integer, Integer, @Nullable Integer> itemIndexes = (line, column) -> null;
    /** Where lines start, found at the first message. */
    private volatile int @Nullable [] lineStarts;

    /**
     * @param name the file as the user should read it
     * @param text the file's text
     */
    public Source(String name, String text) {
        this(name, text, null);
    }

    /**
     * @param name the file as the user should read it
     * @param text the file's text
     * @param confinement what must hold the files that this one names; null for a local file
     */
    public Source(String name, String text, @Nullable Confinement confinement) {
        this.name = name;
        this.text = text;
        this.confinement = confinement;
    }

    /** {@return what must hold the files that this one names; null for a local file} */
    public @Nullable Confinement confinement() {
        return confinement;
    }

    /** {@return the file's text} */
    public String text() {
        return text;
    }

    /** Gives what tells the index of a list item in its list by line and column, or null where there is no item. */
    public void itemIndexes(BiFunction<Integer, Integer, @Nullable Integer> lookup) {
        itemIndexes = lookup;
    }

    /** {@return the index that the item at a place has in the list that the file has there; null if unknown} */
    @Nullable
    Integer itemIndex(int line, int column) {
        return itemIndexes.apply(line, column);
    }

    /** {@return the file as the user should read it} */
    public String name() {
        return name;
    }

    /** {@return the place at a line and a column, both from 1} */
    public Location at(int line, int column) {
        return new Location(name, line, column);
    }

    /**
     * {@return the line with carets under the place; an empty text where there is nothing to show}
     *
     * @param length how many characters to underline
     */
    public String excerpt(int line, int column, int length) {
        int start = startOf(line);
        if (start < 0 || column < 1) {
            return "";
        }
        int end = startOf(line + 1);
        String shown = text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_LINE));
        shown = Patterns.CONTROL.matcher(shown.stripTrailing()).replaceAll(" ");
        if (shown.isEmpty() || shown.length() > LONGEST_EXCERPT || column > shown.length() + 1) {
            return "";
        }
        int at = Math.min(shown.length(), offset(shown, column));
        int carets = Math.max(1, Math.min(length, shown.codePointCount(at, shown.length())));
        // A tab under a tab keeps the carets where they belong, however wide the terminal shows it.
        StringBuilder indent = new StringBuilder();
        shown.substring(0, at).codePoints().forEach(c -> indent.append(c == '\t' ? '\t' : ' '));
        return String.format("%4d | %s%n     | %s%s", line, shown, indent, "^".repeat(carets));
    }

    /** {@return the index of a column: columns count characters, and some of them take two} */
    private static int offset(String line, int column) {
        int at = 0;
        for (int i = 1; i < column && at < line.length(); i++) {
            at += Character.charCount(line.codePointAt(at));
        }
        return at;
    }

    /**
     * {@return where a text occurs from a place on; null if it does not}
     *
     * @param skipped how many occurrences to pass over
     */
    public @Nullable Location find(String wanted, int line, int column, int skipped) {
        int start = startOf(line);
        int at = start < 0 ? -1 : text.indexOf(wanted, start + Math.max(0, column - 1));
        for (int i = 0; i < skipped && at >= 0; i++) {
            at = text.indexOf(wanted, at + 1);
        }
        if (at < 0) {
            return null;
        }
        int[] starts = starts();
        int found = Arrays.binarySearch(starts, at);
        int index = found < 0 ? -found - 2 : found;
        return at(index + 1, text.codePointCount(starts[index], at) + 1);
    }

    /**
     * {@return how many characters a scalar takes in its line}
     *
     * @param value what it stands for, after quotes are gone and variables are substituted
     */
    public int lengthAt(int line, int column, String value) {
        int start = startOf(line);
        if (start < 0 || column < 1) {
            return 1;
        }
        int end = startOf(line + 1);
        String shown = text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_EXCERPT));
        String rest = shown.substring(offset(shown, column));
        if (!value.isEmpty() && rest.startsWith(value)) {
            return value.codePointCount(0, value.length());
        }
        Matcher written = Patterns.WRITTEN.matcher(rest);
        boolean found = !rest.isEmpty() && written.lookingAt();
        return found ? rest.codePointCount(0, written.end()) : Math.max(1, value.length());
    }

    private int startOf(int line) {
        int[] starts = starts();
        return line < 1 || line > starts.length ? -1 : starts[line - 1];
    }

    private int[] starts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = IntStream.concat(
                            IntStream.of(0),
                            IntStream.range(0, text.length())
                                    .filter(this::endsLine)
                                    .map(i -> i + 1))
                    .toArray();
            lineStarts = starts;
        }
        return starts;
    }

    private boolean endsLine(int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }
}
