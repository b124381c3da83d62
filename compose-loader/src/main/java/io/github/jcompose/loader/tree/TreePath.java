package io.github.jcompose.loader.tree;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a project to a value; grows by {@link #key} and {@link #item}, spelled only when
 * a message needs it.
 */
public final class TreePath {
    /** The root. */
    public static final TreePath ROOT = new TreePath(null, "", -1);

    private final @Nullable TreePath parent;
    private final String key;
    private final int index;

    private TreePath(@Nullable TreePath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** {@return the way to the value of a key} */
    public TreePath key(String name) {
        return new TreePath(this, name, -1);
    }

    /** {@return the way to an item of a list} */
    public TreePath item(int position) {
        return new TreePath(this, "", position);
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
            text.append('[').append(index).append(']');
        } else {
            text.append(text.length() == 0 ? "" : ".").append(key);
        }
    }
}
