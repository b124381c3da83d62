package io.github.jcompose.runtime.engine;

import io.github.jcompose.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint that the port has no method for.
 *
 * @param method such as {@code GET}
 * @param path without API version and not encoded, such as {@code /session}; each part of it is encoded
 * @param query names and values in turn, not encoded
 * @param headers names and values in turn; a name may come several times
 * @param body null for none; what cannot tell its length is sent in chunks
 * @param timeLimit for each wait for the engine; null for the engine's default, zero for none
 */
public record EngineRequest(
        String method,
        String path,
        List<String> query,
        List<String> headers,
        @Nullable Body body,
        @Nullable Duration timeLimit) {

    /**
     * What is sent.
     *
     * @param content read once, to its end
     * @param length in bytes; negative if not known
     * @param type such as {@code application/json}
     */
    public record Body(InputStream content, long length, String type) {}

    /** {@return a request without query, headers and body} */
    public static EngineRequest of(String method, String path) {
        return new EngineRequest(method, path, List.of(), List.of(), null, null);
    }

    /** {@return the same, with one more parameter in its query; unless the value is null} */
    public EngineRequest query(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<String> more = new ArrayList<>(query);
        more.add(name);
        more.add(value.toString());
        return new EngineRequest(method, path, more, headers, body, timeLimit);
    }

    /** {@return the same, with that parameter if the flag is set} */
    public EngineRequest flag(String name, boolean set) {
        return set ? query(name, "1") : this;
    }

    /** {@return the same, with those filters} */
    public EngineRequest filters(Filters filters) {
        return filters.values().isEmpty() ? this : query("filters", Json.compact(filters.values()));
    }

    /** {@return the same, with one more header; unless the value is null} */
    public EngineRequest header(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new EngineRequest(method, path, query, more, body, timeLimit);
    }

    /** {@return the same, with that value as JSON in its body} */
    public EngineRequest json(Object value) {
        byte[] text = Json.compact(value).getBytes(StandardCharsets.UTF_8);
        return body(new Body(new ByteArrayInputStream(text), text.length, "application/json"));
    }

    /** {@return the same, with a tar archive in its body} */
    public EngineRequest tar(InputStream tar) {
        return body(new Body(tar, -1, "application/x-tar"));
    }

    /** {@return the same, with that body} */
    public EngineRequest body(Body content) {
        return new EngineRequest(method, path, query, headers, content, timeLimit);
    }

    /** {@return the same, with that limit for each wait} */
    public EngineRequest within(Duration limit) {
        return new EngineRequest(method, path, query, headers, body, limit);
    }

    /** {@return the same, without a limit for any wait} */
    public EngineRequest unlimited() {
        return within(Duration.ZERO);
    }
}
