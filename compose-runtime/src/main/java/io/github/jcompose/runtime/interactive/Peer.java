package io.github.jcompose.runtime.interactive;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.session.WindowSize;

/** The process that a session is held with. */
interface Peer extends AutoCloseable {
    /** {@return whether it has a terminal} */
    boolean hasTerminal();

    /** {@return whether it reads input} */
    boolean takesInput();

    /** {@return how it is told that there is no more input} */
    EndOfInput endOfInput();

    /** {@return whether signals are passed on to it; otherwise they end the session} */
    boolean takesSignals();

    /** {@return its input and output; called once} */
    Attachment connect();

    /** Lets it begin, if it has not yet. */
    void start();

    /** Sets the size of its terminal. */
    void resize(WindowSize size);

    /**
     * Passes a signal on.
     *
     * @param name without {@code SIG}
     */
    void signal(String name);

    /**
     * {@return its exit code, once it has ended}
     *
     * @throws io.github.jcompose.runtime.error.EngineException if this is closed meanwhile
     */
    int await();

    /** Ends {@link #await()}. */
    @Override
    void close();
}
