package io.github.jcompose.loader.schema;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of JSON Schema, on nodes. */
final class ValueType {
    private ValueType() {}

    static boolean matches(Node node, Set<String> types) {
        if (node instanceof MappingNode) {
            return types.contains("object");
        }
        if (node instanceof SequenceNode) {
            return types.contains("array");
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return types.contains("null");
        }
        if (value instanceof Boolean) {
            return types.contains("boolean");
        }
        if (value instanceof Number number) {
            return types.contains("number") || (types.contains("integer") && isWhole(number));
        }
        return types.contains("string");
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof BigInteger || number.doubleValue() % 1 == 0;
    }

    static String describe(Set<String> types) {
        List<String> words = new ArrayList<>();
        for (String type : List.of("object", "array", "string", "integer", "number", "boolean", "null")) {
            if (types.contains(type) && !(type.equals("integer") && types.contains("number"))) {
                words.add(word(type));
            }
        }
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private static String word(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "null" -> "null";
            default -> "a " + type;
        };
    }

    static String quoted(Collection<?> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
