package io.github.jcompose.loader.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Makes compose files out of the schema: mostly right, with an odd value here and there. */
public final class SchemaGenerator {
    private static final JsonNode SCHEMA = read();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("web", "db", "a", "default");
    private static final List<String> ODD_NAMES = List.of("x-a", "", "a b", "a\n", "<<", "name");
    private static final List<String> PLAIN =
            List.of("web", "db", "a", "1", "true", "a=b", "a:/b", "/a", "./a", "80", "8080:80", "10s", "default");
    private static final List<String> TEXTS = List.of(
            "web",
            "db",
            "a",
            "1",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "true",
            "yes",
            "",
            " ",
            "a=b",
            "=",
            "a =b",
            ":",
            "::",
            "a:b",
            "a:/b",
            "/a:/b:ro",
            "a:b:c:d",
            "./a",
            "~/a",
            "C:\\a",
            "80",
            "80-90",
            "90-80",
            "80:80",
            "1-3:1-3/udp",
            "1.1.1.1:80:80",
            "[::1]:1:1",
            "1g",
            "1.5kb",
            "10s",
            "1h5m",
            "-",
            "$",
            "$$",
            "$A",
            "${A",
            "${A:-b}",
            "${A?m}",
            "${B:+x}",
            "\u0000",
            "\ud800",
            "\ud83d\ude00",
            "a\nb",
            "service:web",
            "container:a",
            "host",
            "none",
            "CMD",
            "echo 'a",
            "a && b",
            "default",
            "default=a",
            "https://a/b.git#c",
            "base.yaml",
            "part.yaml",
            "compose.yaml",
            "no.yaml",
            "some.env",
            "!reset",
            "*",
            "[a",
            "all",
            "0755",
            "0o9");

    private final Random random;
    private final int oddOnceIn;

    /** Makes files of what the numbers give. */
    public SchemaGenerator(Random random) {
        this.random = random;
        this.oddOnceIn = List.of(15, 60, 1000).get(random.nextInt(3));
    }

    private static JsonNode read() {
        String resource = "/io/github/jcompose/loader/schema/compose.schema.json";
        try (InputStream in = Objects.requireNonNull(SchemaGenerator.class.getResourceAsStream(resource), resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a compose file, which is JSON and so is YAML} */
    public String file() {
        ObjectNode file = JSON.objectNode();
        for (String section : List.of("services", "networks", "volumes", "configs", "secrets", "models")) {
            if (section.equals("services") || random.nextInt(3) == 0) {
                file.set(section, value(SCHEMA.path("properties").path(section), 0));
            }
        }
        if (random.nextInt(10) == 0) {
            file.set("include", value(SCHEMA.path("properties").path("include"), 0));
        }
        if (random.nextInt(10) == 0) {
            file.set("name", JSON.textNode(pick(TEXTS)));
        }
        return random.nextInt(oddOnceIn * 10) == 0 ? odd(0).toString() : file.toString();
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode type = resolved(given);
        if (random.nextInt(oddOnceIn) == 0) {
            return odd(depth);
        }
        JsonNode examples = given.path("examples");
        if (!examples.isEmpty() && random.nextInt(4) == 0) {
            return examples.get(random.nextInt(examples.size()));
        }
        JsonNode alternatives = type.has("oneOf") ? type.get("oneOf") : type.path("anyOf");
        if (!alternatives.isEmpty() && (random.nextBoolean() || !type.has("type"))) {
            return value(alternatives.get(random.nextInt(alternatives.size())), depth);
        }
        if (type.has("enum")) {
            return type.get("enum").get(random.nextInt(type.get("enum").size()));
        }
        JsonNode kinds = type.path("type");
        String kind = kinds.isArray() ? kinds.get(random.nextInt(kinds.size())).asText() : kinds.asText("string");
        return switch (kind) {
            case "object" -> object(type, depth);
            case "array" -> array(type.path("items"), depth);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer", "number" -> JSON.numberNode(random.nextInt(200) - 2);
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(random.nextInt(oddOnceIn) == 0 ? pick(TEXTS) : text(given, type));
        };
    }

    private String text(JsonNode given, JsonNode type) {
        String cast =
                given.path("compose:cast").asText(type.path("compose:cast").asText());
        String kind =
                given.path("compose:value").asText(type.path("compose:value").asText(cast));
        return switch (kind) {
            case "" -> pick(PLAIN);
            case "bool" -> "true";
            case "duration" -> "10s";
            default -> "1";
        };
    }

    private JsonNode resolved(JsonNode given) {
        if (!given.has("$ref")) {
            return given;
        }
        String name = given.get("$ref").asText().substring("#/$defs/".length());
        return resolved(SCHEMA.path("$defs").path(name));
    }

    private ObjectNode object(JsonNode type, int depth) {
        ObjectNode object = JSON.objectNode();
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(type.path("properties").properties());
        if (properties.stream().anyMatch(property -> property.getKey().equals("image")) && random.nextInt(20) > 0) {
            object.set("image", JSON.textNode("nginx"));
        }
        int wanted = 1 + random.nextInt(Math.min(8, properties.size() + 1));
        for (int i = 0; i < wanted && !properties.isEmpty(); i++) {
            Map.Entry<String, JsonNode> property = properties.get(random.nextInt(properties.size()));
            object.set(property.getKey(), value(property.getValue(), depth + 1));
        }
        for (JsonNode required : type.path("required")) {
            if (random.nextInt(oddOnceIn) > 0) {
                object.set(required.asText(), value(type.path("properties").path(required.asText()), depth + 1));
            }
        }
        List<JsonNode> open = new ArrayList<>();
        type.path("patternProperties").properties().forEach(entry -> {
            if (!entry.getKey().equals("^x-") || random.nextInt(20) == 0) {
                open.add(entry.getValue());
            }
        });
        if (type.path("additionalProperties").isObject()) {
            open.add(type.path("additionalProperties"));
        }
        for (JsonNode more : open) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                object.set(random.nextInt(oddOnceIn) == 0 ? pick(ODD_NAMES) : pick(NAMES), value(more, depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode items, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(items, depth + 1));
        }
        return array;
    }

    private JsonNode odd(int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> JSON.numberNode(-1);
            case 4 -> JSON.numberNode(1e300);
            case 5 -> JSON.booleanNode(random.nextBoolean());
            case 6 -> JSON.arrayNode().add(JSON.nullNode()).add(JSON.arrayNode());
            case 7 -> JSON.objectNode().set(pick(NAMES), JSON.nullNode());
            case 8 -> JSON.numberNode(Long.MAX_VALUE);
            case 9 ->
                depth > 5
                        ? JSON.nullNode()
                        : JSON.arrayNode().add(odd(depth + 1)).add(odd(depth + 1));
            default -> JSON.textNode(pick(TEXTS));
        };
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
