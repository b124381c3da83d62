package io.github.jcompose.runtime.event;

/** Receives the events of an operation. Called from several threads, one at a time. */
@FunctionalInterface
public interface ComposeListener {
    /** Takes an event. It should return soon: the operation waits for it. */
    void on(ComposeEvent event);

    /** {@return a listener that does nothing} */
    static ComposeListener none() {
        return event -> {};
    }
}
