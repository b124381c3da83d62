package io.github.jcompose.kubernetes.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a project that Kubernetes cannot express, or does in another way.
 *
 * @param path the way to the attribute from the top of the file: keys as strings, positions in lists as integers
 * @param message what will not be as in the file
 * @param hint what to do about it; null if there is nothing to say
 */
public record Finding(
        List<Object> path, String message, @Nullable String hint) {
    public Finding {
        path = List.copyOf(path);
    }

    /** {@return the path as in {@code services.web.ports[0]}} */
    public String pathText() {
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    /** {@return the finding in one line, without a place in a file} */
    public String render() {
        return pathText() + ": " + message + (hint == null ? "" : "; " + hint);
    }
}
