package io.github.jcompose.loader.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes as plain Java values: maps, lists, strings, numbers, booleans and nulls. */
public final class PlainValue {
    private PlainValue() {}

    /** {@return the value without its places} */
    public static @Nullable Object of(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Entry entry : mapping.entries()) {
                map.put(entry.key(), of(entry.value()));
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return ((ScalarNode) node).value();
    }
}
