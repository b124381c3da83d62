package io.github.jcompose.runtime.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of the engine, read by key. What is absent, null or of another kind reads as empty, since
 * engines differ in what they leave out.
 *
 * @param map the keys and values as {@link io.github.jcompose.model.json.Json} reads them
 */
public record JsonObject(Map<String, @Nullable Object> map) {
    /** An object without keys. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** {@return the value as an object; empty if it is none} */
    public static JsonObject of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            return EMPTY;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        entries.forEach((key, item) -> map.put(String.valueOf(key), item));
        return new JsonObject(map);
    }

    /** {@return the text; empty if there is none} */
    public String string(String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    /** {@return the number; 0 if there is none} */
    public long number(String key) {
        return map.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** {@return the truth value; false if there is none} */
    public boolean bool(String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    /** {@return the object; without keys if there is none} */
    public JsonObject object(String key) {
        return of(map.get(key));
    }

    /** {@return whether there is an object, even one without keys} */
    public boolean hasObject(String key) {
        return map.get(key) instanceof Map;
    }

    /** {@return the objects of a list, in their order} */
    public List<JsonObject> objects(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(JsonObject::of).toList()
                : List.of();
    }

    /** {@return the texts of a list, in their order; a list of one if there is a text instead} */
    public List<String> strings(String key) {
        Object value = map.get(key);
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(String::valueOf).toList()
                : List.of();
    }

    /** {@return the texts of an object by key, in their order} */
    public Map<String, String> stringMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(key).map().forEach((name, value) -> texts.put(name, value == null ? "" : String.valueOf(value)));
        return texts;
    }

    /** {@return the objects of an object by key, in their order} */
    public Map<String, JsonObject> objectMap(String key) {
        Map<String, JsonObject> objects = new LinkedHashMap<>();
        object(key).map().forEach((name, value) -> objects.put(name, of(value)));
        return objects;
    }

    /** {@return the instant of an RFC 3339 text or of seconds since 1970; empty for none, for Go's year 1 and beyond time} */
    public Optional<Instant> instant(String key) {
        Object value = map.get(key);
        try {
            if (value instanceof Number seconds) {
                return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
            }
            if (!(value instanceof String text) || text.isEmpty() || text.startsWith("0001-01-01")) {
                return Optional.empty();
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
