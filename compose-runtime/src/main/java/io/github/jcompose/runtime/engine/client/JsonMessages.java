package io.github.jcompose.runtime.engine.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects, one behind the other. */
final class JsonMessages<T> implements MessageStream<T> {
    private final Session session;
    private final EngineRequest request;
    private final EngineResponse answer;
    private final Function<JsonObject, T> reader;
    private @Nullable JsonParser parser;
    private volatile boolean closed;

    private JsonMessages(
            Session session, EngineRequest request, EngineResponse answer, Function<JsonObject, T> reader) {
        this.session = session;
        this.request = request;
        this.answer = answer;
        this.reader = reader;
    }

    /** {@return the messages that the answer to the request brings} */
    static <T> JsonMessages<T> of(Session session, EngineRequest request, Function<JsonObject, T> reader) {
        return new JsonMessages<>(session, request, session.send(request), reader);
    }

    @Override
    public @Nullable T next() {
        try {
            Object message = closed ? null : read();
            return message == null ? null : reader.apply(JsonObject.of(message));
        } catch (JsonProcessingException e) {
            if (closed) {
                return null;
            }
            throw new EngineConnectionLostException(
                    "the answer to " + request.method() + " " + request.path() + " breaks off in the middle", e);
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw session.failure(e, request);
        }
    }

    private @Nullable Object read() throws IOException {
        JsonParser reading = parser;
        if (reading == null) {
            // Not earlier: it waits for the first bytes.
            reading = Json.stream(answer.content());
            parser = reading;
        }
        return Json.next(reading);
    }

    @Override
    public void close() {
        closed = true;
        try {
            answer.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }
}
