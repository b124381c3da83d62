package io.github.jcompose.runtime.engine.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects, one behind the other. */
final class JsonMessages<T> implements MessageStream<T> {
    private final EngineRequest request;
    private final EngineResponse answer;
    private final Function<JsonObject, T> reader;
    private final Function<IOException, EngineException> failure;
    private @Nullable JsonParser parser;
    private volatile boolean closed;

    /** @param failure says what trouble with the answer means */
    JsonMessages(
            EngineRequest request,
            EngineResponse answer,
            Function<JsonObject, T> reader,
            Function<IOException, EngineException> failure) {
        this.request = request;
        this.answer = answer;
        this.reader = reader;
        this.failure = failure;
    }

    /** {@return the messages that the answer to the request brings} */
    static <T> JsonMessages<T> of(Session session, EngineRequest request, Function<JsonObject, T> reader) {
        return new JsonMessages<>(request, session.send(request), reader, e -> session.failure(e, request));
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
            String what = e instanceof JsonEOFException ? "breaks off in the middle" : "is no JSON from some point on";
            throw new EngineConnectionLostException(
                    "the answer to " + request.method() + " " + request.path() + " " + what, e);
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw failure.apply(e);
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
