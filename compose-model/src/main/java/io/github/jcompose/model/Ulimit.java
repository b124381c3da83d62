package io.github.jcompose.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource limit of the processes of a container.
 *
 * @param soft the limit in force
 * @param hard the limit up to which a process may raise it
 * @param single whether it was given as one number, and is written so
 */
public record Ulimit(long soft, long hard, boolean single) implements TreeValue {
    /** {@return one number for both limits} */
    public static Ulimit of(long limit) {
        return new Ulimit(limit, limit, true);
    }

    /** {@return a soft and a hard limit} */
    public static Ulimit of(long soft, long hard) {
        return new Ulimit(soft, hard, false);
    }

    @Override
    public Object toTree() {
        if (single && soft != 0) {
            return soft;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("soft", soft);
        tree.put("hard", hard);
        return tree;
    }
}
