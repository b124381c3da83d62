package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * A value in a compose file and where it stands.
 *
 * <p>Trees are mutable and belong to one load; no node is part of two trees, aliases are copied.
 */
public abstract sealed class Node permits MappingNode, SequenceNode, ScalarNode {
    private final Source source;
    private final int line;
    private final int column;
    private Action action = Action.NONE;
    private @Nullable Node replaced;

    /** What the tag of a node asks for when its file joins earlier ones. */
    public enum Action {
        /** Nothing: the node is merged. */
        NONE,
        /** {@code !reset}: the earlier value is dropped, and so is this one. */
        RESET,
        /** {@code !override}: the earlier value is dropped. */
        OVERRIDE
    }

    Node(Source source, int line, int column) {
        this.source = source;
        this.line = line;
        this.column = column;
    }

    /** {@return the file} */
    public final Source source() {
        return source;
    }

    /** {@return the line, from 1} */
    public final int line() {
        return line;
    }

    /** {@return the column, from 1} */
    public final int column() {
        return column;
    }

    /** {@return the place} */
    public final Location location() {
        return source.at(line, column);
    }

    /** {@return what its tag asks for} */
    public final Action action() {
        return action;
    }

    /** Sets what its tag asks for. */
    public final void action(Action action) {
        this.action = action;
    }

    /** {@return the value of an earlier file that this one took the place of; null if there was none} */
    public final @Nullable Node replaced() {
        return replaced;
    }

    /** Remembers the value that this one took the place of, for messages. */
    public final void replaces(Node earlier) {
        replaced = earlier == this ? null : earlier;
    }

    /** {@return whether it is known, of a file that was just read, that there is no {@code $} here or below} */
    public abstract boolean isConstant();

    /** {@return a copy that shares nothing with this one but the source} */
    public abstract Node copy();

    final <T extends Node> T like(T copy) {
        Node node = copy;
        node.action = action;
        node.replaced = replaced;
        return copy;
    }

    /** {@return a word for the kind of value, for messages} */
    public abstract String kind();
}
