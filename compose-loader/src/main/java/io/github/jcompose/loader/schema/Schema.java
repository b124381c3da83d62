package io.github.jcompose.loader.schema;

import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema of the compose file: the one place where an attribute is declared.
 *
 * <p>Read once per process from the resource that editors use too. A general validator needs half a second
 * for its first use, more than a whole command may take; tests hold this reader against one.
 */
public final class Schema {
    private static final String RESOURCE = "compose.schema.json";
    private static final String DEFINITIONS = "#/$defs/";

    private final Map<?, ?> definitions;
    private final Map<String, SchemaNode> byName = new ConcurrentHashMap<>();
    private final SchemaNode root;

    private Schema(Map<?, ?> json) {
        definitions = json.get("$defs") instanceof Map<?, ?> map ? map : Map.of();
        root = new SchemaNode(json, this);
    }

    /** {@return the schema of the whole file} */
    public static SchemaNode root() {
        return Loaded.SCHEMA.root;
    }

    /** {@return the schema of a service} */
    public static SchemaNode service() {
        return Loaded.SERVICE;
    }

    SchemaNode resolve(Map<?, ?> json) {
        if (json.size() != 1 || !json.containsKey("$ref")) {
            return new SchemaNode(withoutReference(json), this);
        }
        String name = name(json);
        SchemaNode known = byName.get(name);
        if (known == null) {
            known = resolve(definition(name));
            byName.put(name, known);
        }
        return known;
    }

    /** Keywords beside a reference stand above those of the definition. */
    private Map<?, ?> withoutReference(Map<?, ?> json) {
        if (!json.containsKey("$ref")) {
            return json;
        }
        Map<Object, Object> combined = new HashMap<>(withoutReference(definition(name(json))));
        combined.putAll(json);
        combined.remove("$ref");
        return combined;
    }

    private static String name(Map<?, ?> json) {
        return String.valueOf(json.get("$ref")).substring(DEFINITIONS.length());
    }

    private Map<?, ?> definition(String name) {
        if (definitions.get(name) instanceof Map<?, ?> definition) {
            return definition;
        }
        throw new IllegalStateException("the schema defines no '" + name + "'");
    }

    /** Holds the schema from its first use on. */
    private static final class Loaded {
        static final Schema SCHEMA = read();
        static final SchemaNode SERVICE = service();

        private static SchemaNode service() {
            SchemaNode services = SCHEMA.root.child("services");
            SchemaNode service = services == null ? null : services.child("any");
            if (service == null) {
                throw new IllegalStateException("the schema has no services");
            }
            return service;
        }

        private static Schema read() {
            try (InputStream input = Schema.class.getResourceAsStream(RESOURCE)) {
                if (input == null) {
                    throw new IllegalStateException("the resource " + RESOURCE + " is missing");
                }
                if (!(Json.parse(input.readAllBytes()) instanceof Map<?, ?> json)) {
                    throw new IllegalStateException("the resource " + RESOURCE + " holds no object");
                }
                return new Schema(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
