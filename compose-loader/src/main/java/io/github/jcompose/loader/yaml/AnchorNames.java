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
     * Refuses a text with a name that is too long.
     *
     * @throws ComposeFileException if there is one
     */
    static void check(Source source, String text, Problems problems) {
        if (text.length() <= LONGEST) {
            return;
        }
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
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
