package io.github.jcompose.runtime.session;

import org.jspecify.annotations.Nullable;

/**
 * What streams do not carry of the user's end of a session: the size of a window, and signals. Any thread may call
 * its methods.
 */
public interface Console {
    /** {@return the size that the window has now; null if there is none} */
    @Nullable
    WindowSize size();

    /**
     * Says that a session begins: a process is about to start, or its output to flow.
     *
     * @param terminal whether the process has a terminal, so that keys must come as they are pressed, and it is the
     *     process that echoes them
     * @param listener hears of what happens until the session is closed
     * @return what ends the session and puts everything back; closed exactly once, also after a failure
     */
    Session begin(boolean terminal, Listener listener);

    /** Says that the user has pressed the detach keys. */
    default void detached() {}

    /** Hears of what happens at the user's end. Its methods return at once. */
    interface Listener {
        /** The window has another size. */
        void resized();

        /**
         * This process was sent a signal.
         *
         * @param name without {@code SIG}, such as {@code INT}
         */
        void signalled(String name);
    }

    /** A session that has begun. */
    interface Session extends AutoCloseable {
        @Override
        void close();
    }
}
