package io.github.jcompose.runtime.build.context;

import io.github.jcompose.model.ComposeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * What a {@code .dockerignore} leaves out of a context. Of all patterns that match a path or a folder above it, the
 * last one decides.
 */
public final class DockerIgnore {
    private final List<IgnorePattern> patterns;

    private DockerIgnore(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * {@return what the text says}
     *
     * @param name of the file, for messages
     * @param kept the paths that stay in the context in any case
     * @throws ComposeException if a line is no pattern
     */
    static DockerIgnore parse(String text, String name, List<String> kept) {
        List<IgnorePattern> patterns = new ArrayList<>();
        int number = 0;
        for (String line : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1)) {
            number++;
            String pattern = line.strip();
            if (line.startsWith("#") || pattern.isEmpty()) {
                continue;
            }
            boolean exception = pattern.startsWith("!");
            try {
                patterns.add(IgnorePattern.of(
                        cleaned(exception ? pattern.substring(1).strip() : pattern), exception));
            } catch (IllegalArgumentException e) {
                throw new ComposeException(name + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        kept.forEach(path -> patterns.add(IgnorePattern.exceptionFor(path)));
        return new DockerIgnore(List.copyOf(patterns));
    }

    /**
     * {@return what the patterns say}
     *
     * @throws ComposeException if one of them is none
     */
    public static DockerIgnore of(List<String> patterns) {
        return parse(String.join("\n", patterns), "the patterns of what is left out", List.of());
    }

    private static String cleaned(String pattern) {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("'!' without a pattern");
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : pattern.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!isNothing(part) && !(part.equals("..") && pattern.startsWith("/"))) {
                parts.addLast(part);
            }
        }
        // There is nothing above the root, where a ".." after a leading slash would lead.
        return parts.isEmpty() ? "." : String.join("/", parts);
    }

    private static boolean isNothing(String part) {
        return part.isEmpty() || part.equals(".");
    }

    /** {@return which patterns match the folder or one above it, as {@link #excludes} and this want it for what is in it} */
    BitSet matching(BitSet inherited, String folder) {
        BitSet matching = (BitSet) inherited.clone();
        for (int i = 0; i < patterns.size(); i++) {
            if (!matching.get(i) && patterns.get(i).matches(folder)) {
                matching.set(i);
            }
        }
        return matching;
    }

    /** {@return whether a folder is left out} */
    boolean excludes(BitSet matching) {
        return !matching.isEmpty() && !patterns.get(matching.length() - 1).isException();
    }

    /** {@return whether a path is left out, in a folder that these patterns match} */
    boolean excludes(BitSet inherited, String path) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (inherited.get(i) || pattern.matches(path)) {
                return !pattern.isException();
            }
        }
        return false;
    }

    /** {@return whether an exception may concern something in a folder that is left out} */
    boolean mayTakeBack(String folder) {
        return patterns.stream().anyMatch(pattern -> pattern.isException() && pattern.mayMatchIn(folder));
    }
}
