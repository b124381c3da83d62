package io.github.jcompose.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * What to attach to ({@code POST /containers/{id}/attach}).
 *
 * @param stdin whether input goes to the container
 * @param stdout whether standard output is wanted
 * @param stderr whether standard error is wanted
 * @param logs whether what was written before comes first
 * @param tty whether the container has a terminal, so that its output is not framed
 * @param detachKeys the keys that end it; null for the engine's own
 */
public record AttachOptions(
        boolean stdin,
        boolean stdout,
        boolean stderr,
        boolean logs,
        boolean tty,
        @Nullable String detachKeys) {
    /** {@return options for the output alone} */
    public static AttachOptions output(boolean tty) {
        return new AttachOptions(false, true, true, false, tty, null);
    }

    /** {@return options for input and output} */
    public static AttachOptions interactive(boolean tty) {
        return new AttachOptions(true, true, true, false, tty, null);
    }
}
