package io.github.jcompose.runtime.archive;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths in archives and containers, which have slashes whatever machine this is. */
public final class SlashPath {
    private SlashPath() {}

    /** {@return the path without a leading slash, empty parts, dots and what leads out of its root; empty for the root} */
    public static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
