package io.github.jcompose.loader.schema;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The types of JSON Schema that a value may have. */
final class ValueType {
    private static final List<String> NAMES =
            List.of("object", "array", "string", "integer", "number", "boolean", "null");

    private final boolean object;
    private final boolean array;
    private final boolean string;
    private final boolean integer;
    private final boolean number;
    private final boolean bool;
    private final boolean none;
    private final List<String> names;

    private ValueType(List<String> names) {
        boolean any = names.isEmpty();
        this.names = names;
        object = any || names.contains("object");
        array = any || names.contains("array");
        string = any || names.contains("string");
        integer = any || names.contains("integer");
        number = any || names.contains("number");
        bool = any || names.contains("boolean");
        none = any || names.contains("null");
    }

    /** {@return the types with these names; any type if there is none} */
    static ValueType of(List<String> names) {
        return new ValueType(names);
    }

    boolean matches(Node node) {
        if (node instanceof MappingNode) {
            return object;
        }
        if (node instanceof SequenceNode) {
            return array;
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return none;
        }
        if (value instanceof Boolean) {
            return bool;
        }
        if (value instanceof Number given) {
            return number || (integer && isWhole(given));
        }
        return string;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof BigInteger || number.doubleValue() % 1 == 0;
    }

    /** {@return the types, for people} */
    String describe() {
        List<String> words = new ArrayList<>();
        for (String type : NAMES) {
            if (names.contains(type) && !(type.equals("integer") && number)) {
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
