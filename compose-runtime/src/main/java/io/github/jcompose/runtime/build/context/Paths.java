package io.github.jcompose.runtime.build.context;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths in a context. */
final class Paths {
    private Paths() {}

    /** {@return the path without a leading slash, dots and what leads out of the context; empty for the context itself} */
    static String normal(String path) {
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
