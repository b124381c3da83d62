package io.github.jcompose.loader.tree;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a project to a value; grows by {@link #key} and {@link #item}, spelled only when
 * a message needs it.
 */
public final class TreePath {
    /** The root. */
    public static final TreePath ROOT = new TreePath(null, "", -1, null);

    private final @Nullable TreePath parent;
    private final String key;
    private final int index;
    private final @Nullable Node item;

    private TreePath(@Nullable TreePath parent, String key, int index, @Nullable Node item) {
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.item = item;
    }

    /** {@return the way to the value of a key} */
    public TreePath key(String name) {
        return new TreePath(this, name, -1, null);
    }

    /**
     * {@return the way to an item of a list}
     *
     * @param position where it stands in the tree, for an item that stands in no list of a file
     * @param item the item; it is spelled with the index that it has in the list of its file
     */
    public TreePath item(int position, Node item) {
        return new TreePath(this, "", position, item);
    }

    /** {@return the way as in {@code services.web.ports[0]}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.write(text);
        if (index >= 0) {
            Integer written = item == null ? null : item.source().itemIndex(item.line(), item.column());
            text.append('[').append(written == null ? index : written).append(']');
        } else {
            text.append(text.length() == 0 ? "" : ".").append(key);
        }
    }
}
