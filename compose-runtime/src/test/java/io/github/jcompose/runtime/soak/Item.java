package io.github.jcompose.runtime.soak;

import org.jspecify.annotations.Nullable;

/** A container that must be there. */
final class Item {
    /** What a container does. */
    enum State {
        CREATED,
        RUNNING,
        PAUSED,
        EXITED
    }

    final Part made;
    final String service;
    final String form;
    final int number;
    final boolean oneOff;
    /** Null for a name that is made up. */
    @Nullable
    String name;

    State state;
    /** Null until it has been seen. */
    @Nullable
    String id;
    /** The one whose anonymous volume it must have. */
    @Nullable
    String anonymousVolume;
    /** Whether somebody has taken it off a network. */
    boolean cut;
    /** Whether it needs a network that has gone. */
    boolean lost;

    /**
     * @param made how the file described it
     * @param number 0 for one of {@code run}
     */
    Item(Part made, int number, State state, @Nullable String name) {
        this.made = made.copy();
        this.service = made.key;
        this.form = made.form();
        this.number = number;
        this.oneOff = number == 0;
        this.state = state;
        this.name = name;
    }

    boolean isActive() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    @Override
    public String toString() {
        return (oneOff ? service + "-run" : service + "-" + number) + " " + state;
    }
}
