package io.github.jcompose.loader.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema accepts, in one spelling: references followed, annotations left out, and forms that differ by type
 * written as one schema with several types. Two schemas with equal shapes accept the same instances.
 */
final class SchemaShape {
    private static final Set<String> ANNOTATIONS =
            Set.of("description", "title", "default", "examples", "deprecated", "$schema", "$id", "$defs");
    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "object", Set.of("properties", "patternProperties", "additionalProperties", "required"),
            "array", Set.of("items", "uniqueItems"),
            "number", Set.of("minimum", "maximum"),
            "string", Set.of("pattern"));

    private final JsonNode root;

    private SchemaShape(JsonNode root) {
        this.root = root;
    }

    /** {@return the shape as a tree of maps, lists and scalars} */
    static Object of(JsonNode schema) {
        return new SchemaShape(schema).shape(schema);
    }

    /** {@return where two shapes differ, one line each} */
    static List<String> differences(Object ours, Object theirs) {
        List<String> found = new ArrayList<>();
        compare("", ours, theirs, found);
        return found;
    }

    private static void compare(String path, Object ours, Object theirs, List<String> found) {
        if (ours instanceof Map<?, ?> left && theirs instanceof Map<?, ?> right) {
            Set<Object> keys = new TreeSet<>(left.keySet());
            keys.addAll(right.keySet());
            for (Object key : keys) {
                if (!left.containsKey(key)) {
                    found.add(path + ": only the reference has " + key + ": " + right.get(key));
                } else if (!right.containsKey(key)) {
                    found.add(path + ": only ours has " + key + ": " + left.get(key));
                } else {
                    compare(path + "/" + key, left.get(key), right.get(key), found);
                }
            }
        } else if (!ours.equals(theirs)) {
            found.add(path + ": ours " + ours + ", reference " + theirs);
        }
    }

    private Object shape(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue();
        }
        Map<String, Object> shape = new TreeMap<>();
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().substring("#/$defs/".length());
            merge(shape, shape(root.get("$defs").get(name)));
        }
        for (JsonNode branch : schema.path("oneOf")) {
            merge(shape, shape(branch));
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String name = keyword.getKey();
            if (!ANNOTATIONS.contains(name)
                    && !name.startsWith("compose:")
                    && !Set.of("$ref", "oneOf").contains(name)) {
                shape.put(name, shapeOf(name, keyword.getValue()));
            }
        }
        return simplified(shape);
    }

    private Object shapeOf(String keyword, JsonNode value) {
        return switch (keyword) {
            case "properties", "patternProperties" -> {
                Map<String, Object> members = new TreeMap<>();
                value.properties().forEach(member -> members.put(member.getKey(), shape(member.getValue())));
                yield members;
            }
            case "items", "additionalProperties" -> shape(value);
            case "type", "required", "enum" -> {
                Set<String> texts = new TreeSet<>();
                if (value.isTextual()) {
                    texts.add(value.textValue());
                }
                value.forEach(text -> texts.add(text.textValue()));
                yield texts;
            }
            default -> value.isNumber() ? value.decimalValue() : value.asText();
        };
    }

    /** Joins two forms, which must differ in type so that no keyword is about both. */
    private static void merge(Map<String, Object> shape, Object form) {
        ((Map<?, ?>) form).forEach((keyword, value) -> {
            Object earlier = shape.get((String) keyword);
            if (earlier == null) {
                shape.put((String) keyword, value);
            } else if (keyword.equals("type")) {
                Set<String> types = new TreeSet<>();
                ((Set<?>) earlier).forEach(type -> types.add((String) type));
                ((Set<?>) value).forEach(type -> {
                    if (!types.add((String) type)) {
                        throw new IllegalStateException("two forms of one type: " + shape + " and " + form);
                    }
                });
                shape.put("type", types);
            } else if (!earlier.equals(value)) {
                throw new IllegalStateException("two forms with " + keyword + ": " + shape + " and " + form);
            }
        });
    }

    private static Map<String, Object> simplified(Map<String, Object> shape) {
        if (shape.get("type") instanceof Set<?> types) {
            KEYWORDS.forEach((type, keywords) -> {
                boolean applies = types.contains(type) || (type.equals("number") && types.contains("integer"));
                if (!applies) {
                    shape.keySet().removeAll(keywords);
                }
            });
        }
        if ("false".equals(shape.get("uniqueItems"))) {
            shape.remove("uniqueItems");
        }
        // One word is spelt as a pattern where lists are accepted beside it: an enum would exclude them.
        if (shape.get("pattern") instanceof String pattern && pattern.matches("\\^[a-z]+\\$")) {
            shape.remove("pattern");
            shape.put("enum", Set.of(pattern.substring(1, pattern.length() - 1)));
        }
        return shape;
    }
}
