package io.github.jcompose.loader.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list. */
public final class SequenceNode extends Node {
    private final List<Node> items = new ArrayList<>(4);
    private boolean constant;

    public SequenceNode(Source source, int line, int column) {
        super(source, line, column);
    }

    /** {@return an empty list that stands where another node stands} */
    public static SequenceNode at(Node node) {
        return new SequenceNode(node.source(), node.line(), node.column());
    }

    /** {@return the items; the list may be changed} */
    public List<Node> items() {
        return items;
    }

    /** A change of one item. */
    @FunctionalInterface
    public interface Change {
        /** {@return what takes the place of the item; null to remove it as wrong} */
        @Nullable
        Node apply(Node item, int index);
    }

    /** Puts a new item in the place of each item, in one pass; indexes are those from before. */
    public void rewrite(Change change) {
        int kept = 0;
        for (int i = 0; i < items.size(); i++) {
            Node changed = change.apply(items.get(i), i);
            if (changed != null) {
                items.set(kept++, changed);
            }
        }
        items.subList(kept, items.size()).clear();
    }

    /** Remembers, while the file is read, that no variable is named below. */
    public void holdsConstantsOnly() {
        constant = true;
    }

    @Override
    public boolean isConstant() {
        return constant;
    }

    @Override
    public SequenceNode copy() {
        SequenceNode copy = like(at(this));
        copy.constant = constant;
        for (Node item : items) {
            copy.items.add(item.copy());
        }
        return copy;
    }

    @Override
    public String kind() {
        return "a list";
    }
}
