package io.github.jcompose.runtime.engine;

import java.util.Locale;

/** What a wait for a container waits for. */
public enum WaitCondition {
    /** It does not run; at once true for a container that was never started. */
    NOT_RUNNING,
    /** It ends the next time, even if it does not run yet. */
    NEXT_EXIT,
    /** It is gone. */
    REMOVED;

    /** {@return the engine's word, such as {@code next-exit}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
