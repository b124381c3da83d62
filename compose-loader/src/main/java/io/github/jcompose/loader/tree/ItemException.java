package io.github.jcompose.loader.tree;

/** Thrown for an item of a list that is not what it should be. */
public final class ItemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient Node item;
    private final int index;

    public ItemException(Node item, int index, String message) {
        super(message);
        this.item = item;
        this.index = index;
    }

    Node item() {
        return item;
    }

    int index() {
        return index;
    }
}
