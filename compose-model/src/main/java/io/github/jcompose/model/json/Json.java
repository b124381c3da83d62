package io.github.jcompose.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into plain Java values and writes it as the reference does.
 *
 * <p>A value is a {@code Map<String, Object>} in the order of the text, a {@code List}, a {@code String}, a
 * {@code Long}, {@code BigInteger} or {@code Double}, a {@code Boolean} or null. No data binding: its
 * reflection costs more at start than all the reading of a command.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * {@return the value that the text holds}
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static @Nullable Object parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the value that the UTF-8 bytes hold}
     *
     * @throws IllegalArgumentException if they are no JSON
     */
    public static @Nullable Object parse(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return next(parser);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return a parser of a stream of values, one behind the other}
     *
     * @throws IOException if the stream cannot be read
     */
    public static JsonParser stream(InputStream input) throws IOException {
        return FACTORY.createParser(input);
    }

    /**
     * {@return the next value of the stream other than null; null at its end}
     *
     * @throws IOException if the stream cannot be read or is no JSON
     */
    public static @Nullable Object next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            token = parser.nextToken();
        }
        return token == null ? null : value(parser, token);
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT -> {
                Number number = parser.getNumberValue();
                yield number instanceof Integer ? Long.valueOf(number.longValue()) : number;
            }
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            map.put(key, value(parser, parser.nextToken()));
        }
        return map;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            list.add(value(parser, item));
        }
        return list;
    }

    /** {@return the value in one line, without spaces} */
    public static String compact(@Nullable Object value) {
        return new JsonText(0).write(value);
    }

    /** {@return the value over several lines} */
    public static String pretty(@Nullable Object value, int indent) {
        return new JsonText(indent).write(value);
    }
}
