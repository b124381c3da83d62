package io.github.jcompose.loader.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A walk over all attributes of a schema, with references followed. */
final class SchemaWalk {
    private final JsonNode root;

    SchemaWalk(JsonNode root) {
        this.root = root;
    }

    /** {@return the schema with the target of its reference under its own keywords} */
    JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String pointer = schema.get("$ref").textValue().substring(1);
        ObjectNode resolved = resolve(root.at(pointer)).deepCopy();
        schema.properties().forEach(keyword -> resolved.set(keyword.getKey(), keyword.getValue()));
        resolved.remove("$ref");
        return resolved;
    }

    /** {@return the schema of the values of a mapping with keys that users choose, or a missing node} */
    JsonNode values(JsonNode schema) {
        for (Map.Entry<String, JsonNode> pattern :
                schema.path("patternProperties").properties()) {
            if (!pattern.getKey().equals("^x-")) {
                return pattern.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** Hands each attribute, list item ({@code []}) and user-chosen key ({@code *}) to the visitor, resolved. */
    void visit(BiConsumer<String, JsonNode> visitor) {
        visit("", root, visitor);
    }

    /** {@return the paths whose schema has the keyword, with its value} */
    Map<String, String> withKeyword(String keyword) {
        Map<String, String> found = new TreeMap<>();
        visit((path, schema) -> {
            if (schema.has(keyword)) {
                found.put(path, schema.get(keyword).asText());
            }
        });
        return found;
    }

    private void visit(String path, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        JsonNode resolved = resolve(schema);
        visitor.accept(path, resolved);
        resolved.path("properties").properties().forEach(property -> {
            String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            visit(at, property.getValue(), visitor);
        });
        if (resolved.has("items")) {
            visit(path + "[]", resolved.get("items"), visitor);
        }
        JsonNode values = values(resolved);
        if (!values.isMissingNode()) {
            visit(path + ".*", values, visitor);
        }
    }
}
