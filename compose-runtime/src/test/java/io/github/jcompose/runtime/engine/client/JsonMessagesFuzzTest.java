package io.github.jcompose.runtime.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class JsonMessagesFuzzTest {
    private static final List<String> KEYS = List.of(
            "status",
            "id",
            "progressDetail",
            "current",
            "total",
            "error",
            "errorDetail",
            "code",
            "message",
            "stream",
            "aux",
            "Type",
            "Action",
            "Actor",
            "ID",
            "Attributes",
            "name",
            "exitCode",
            "time",
            "timeNano",
            "scope",
            "");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"Downloading\"",
            "\"gr\u00fc\u00df \u20ac \\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "0",
            "-1",
            "1700000000",
            "1700000000123456789",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999999999",
            "1e400",
            "-1e400",
            "1e-400",
            "0.5",
            "[]",
            "[1,null,{}]",
            "{}",
            "{\"current\":-5,\"total\":1e30}",
            "\"2026-01-01T00:00:00.123456789Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"+999999999-01-01T00:00:00Z\"");

    private static final List<String> BETWEEN = List.of("\n", "\r\n", "\n\n", "", " ", "\r\n\r\n\n", "null\n");

    private static final List<String> BROKEN = List.of(
            "{",
            "}",
            "]",
            "\"",
            "{\"status\":",
            "{\"status\":\"Dow",
            "{status:1}",
            "{'a':1}",
            "nul",
            "tru",
            "\u0000",
            "<html>502 Bad Gateway</html>",
            "{\"a\":1,}",
            "01",
            "-",
            "{\"a\":\"\u0001\"}",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "{\"n\":" + "9".repeat(5000) + "}",
            "// no comment");

    private static <T> JsonMessages<T> messages(byte[] bytes, Random random, Function<JsonObject, T> reader) {
        return new JsonMessages<>(
                EngineRequest.of("GET", "/events"),
                new EngineResponse(200, Map.of(), new Trickle(bytes, random, true)),
                reader,
                e -> new EngineConnectionLostException("lost: " + e, e));
    }

    private static String object(Random random, int depth) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            boolean deeper = depth < 3 && random.nextInt(4) == 0;
            entries.put(key, deeper ? object(random, depth + 1) : VALUES.get(random.nextInt(VALUES.size())));
        }
        List<String> texts = new ArrayList<>();
        entries.forEach((key, value) -> texts.add("\"" + key + "\":" + value));
        return "{" + String.join(random.nextBoolean() ? "," : " ,\t", texts) + "}";
    }

    /** Reads everything as each of those who use such streams do, and compares with what was sent. */
    private static void read(long seed, Random random, byte[] bytes, List<Object> sent, boolean whole) {
        for (Function<JsonObject, JsonObject> kind : List.<Function<JsonObject, JsonObject>>of(
                message -> message,
                message -> EngineEvent.of(message).raw(),
                message -> PullProgress.of(message).raw())) {
            List<Object> got = new ArrayList<>();
            boolean failed = false;
            try (JsonMessages<JsonObject> messages = messages(bytes, random, kind)) {
                for (JsonObject message = messages.next(); message != null; message = messages.next()) {
                    got.add(message.map());
                }
            } catch (EngineConnectionLostException e) {
                failed = true;
                assertThat(e).as("seed %s", seed).hasMessageMatching("(?s)the answer to GET /events .+|lost: .+");
            }
            if (whole) {
                assertThat(failed).as("seed %s", seed).isFalse();
                assertThat(got).as("seed %s", seed).isEqualTo(sent);
            } else {
                assertThat(got.subList(0, Math.min(sent.size(), got.size())))
                        .as("seed %s: what came before the damage", seed)
                        .isEqualTo(sent);
            }
        }
    }

    @Test
    void givesEveryMessageAndOnlyFailsInOrder() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Math.max(Long.getLong("jcompose.fuzz.runs", 20_000) / 10, 1);
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            List<Object> sent = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                String object = object(random, 0);
                sent.add(JsonObject.of(Json.parse(object)).map());
                text.append(object).append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            boolean whole = random.nextBoolean();
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            try {
                if (whole) {
                    read(seed, random, bytes, sent, true);
                } else if (random.nextBoolean()) {
                    text.append('\n').append(BROKEN.get(random.nextInt(BROKEN.size())));
                    read(seed, random, text.toString().getBytes(StandardCharsets.UTF_8), sent, false);
                } else if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                    read(seed, random, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), List.of(), false);
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }
}
