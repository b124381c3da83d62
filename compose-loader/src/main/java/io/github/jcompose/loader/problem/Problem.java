package io.github.jcompose.loader.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or only worth a warning.
 *
 * @param location where; null where no file is concerned
 * @param path the attribute, such as {@code services.web.ports[0]}; empty for a file as a whole
 * @param message what is wrong, without location and path
 * @param hint what to do about it, such as {@code did you mean 'ports'?}; null if there is nothing to say
 * @param excerpt the line of the file, with a line of carets under the place; null if there is none to show
 */
public record Problem(
        @Nullable Location location,
        String path,
        String message,
        @Nullable String hint,
        @Nullable String excerpt) {
    /** {@return a problem without an excerpt} */
    public static Problem at(@Nullable Location location, String path, String message, @Nullable String hint) {
        return new Problem(location, path, message, hint, null);
    }

    /** {@return the problem as the user reads it, the excerpt on lines of its own} */
    public String render() {
        StringBuilder text = new StringBuilder();
        if (location != null) {
            text.append(location).append(": ");
        }
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(message);
        if (hint != null) {
            text.append("; ").append(hint);
        }
        if (excerpt != null) {
            text.append('\n').append(excerpt);
        }
        return text.toString();
    }
}
