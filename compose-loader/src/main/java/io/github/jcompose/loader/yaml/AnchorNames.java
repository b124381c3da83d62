package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;

/** Bounds the names of anchors: the parser holds the text of a name several times over while it reads it. */
final class AnchorNames {
    private static final int LONGEST = 1 << 16;
    private static final String ENDS = " \t\r\n,[]{}";

    private AnchorNames() {}

    /**
     * {@return the length of the longest line, or more}
     *
     * @throws ComposeFileException if the text has a name that is too long
     */
    static int check(Source source, String text, Problems problems) {
        int longest = 0;
        // A name ends with its line, so that lines of a usual length need no look.
        int lineStart = 0;
        while (text.length() - lineStart > LONGEST) {
            int lineEnd = text.indexOf('\n', lineStart);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            if (end - lineStart > LONGEST) {
                check(source, text, lineStart, end, problems);
            }
            longest = Math.max(longest, end - lineStart);
            lineStart = end + 1;
        }
        return Math.max(longest, text.length() - lineStart);
    }

    private static void check(Source source, String text, int from, int end, Problems problems) {
        int start = -1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (ENDS.indexOf(c) >= 0) {
                start = -1;
            } else if (start < 0) {
                // A run that begins with another character is no name, however long it is.
                start = c == '&' || c == '*' ? i : Integer.MAX_VALUE;
            } else if (i - start > LONGEST) {
                int line = 1
                        + (int) text.chars()
                                .limit(start)
                                .filter(one -> one == '\n')
                                .count();
                int column = start - text.lastIndexOf('\n', start);
                ScalarNode at = new ScalarNode(source, line, column, "", null);
                throw problems.fail(
                        at, TreePath.ROOT, "the name of an anchor is longer than " + LONGEST + " characters", null);
            }
        }
    }
}
