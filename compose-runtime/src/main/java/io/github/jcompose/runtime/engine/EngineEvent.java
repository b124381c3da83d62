package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened on an engine ({@code GET /events}).
 *
 * @param type such as {@code container}
 * @param action such as {@code start}, {@code die} or {@code health_status: healthy}
 * @param id of what it happened to
 * @param attributes labels, and {@code name}, {@code image}, {@code exitCode} and the like
 * @param time when, to the nanosecond
 * @param raw the whole message
 */
public record EngineEvent(
        String type, String action, String id, Map<String, String> attributes, Instant time, JsonObject raw) {

    /** {@return the event that a message tells} */
    public static EngineEvent of(JsonObject raw) {
        JsonObject actor = raw.object("Actor");
        long nanos = raw.number("timeNano");
        Instant time = nanos == 0
                ? raw.instant("time").orElse(Instant.EPOCH)
                : Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
        return new EngineEvent(
                raw.string("Type"), raw.string("Action"), actor.string("ID"), actor.stringMap("Attributes"), time, raw);
    }
}
