package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.EngineInfo;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.http.EngineHttp;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests in the negotiated API version, and answers in JSON. */
final class Session {
    private final EngineHttp http;
    private final Negotiation negotiation;

    Session(EngineHttp http, Negotiation negotiation) {
        this.http = http;
        this.negotiation = negotiation;
    }

    EngineInfo info() {
        return negotiation.info();
    }

    EngineResponse send(EngineRequest request) {
        return http.send(request, negotiation.prefix());
    }

    Duplex upgrade(EngineRequest request, String protocol) {
        return http.upgrade(request, negotiation.prefix(), protocol);
    }

    /** Sends a request whose answer says nothing more. */
    void call(EngineRequest request) {
        bytes(request);
    }

    /** {@return the answer's object} */
    JsonObject object(EngineRequest request) {
        return JsonObject.of(json(request));
    }

    /** {@return the answer's object; empty if what was asked for is not there} */
    Optional<JsonObject> find(EngineRequest request) {
        try {
            return Optional.of(object(request));
        } catch (EngineNotFoundException e) {
            return Optional.empty();
        }
    }

    /** {@return the objects of the answer's list} */
    List<JsonObject> list(EngineRequest request) {
        return json(request) instanceof List<?> list
                ? list.stream().map(JsonObject::of).toList()
                : List.of();
    }

    private @Nullable Object json(EngineRequest request) {
        byte[] body = bytes(request);
        try {
            return body.length == 0 ? null : Json.parse(body);
        } catch (RuntimeException e) {
            throw new EngineException(
                    "the engine at " + info().host() + " answered " + request.method() + " " + request.path()
                            + " with something that is no JSON",
                    0,
                    e);
        }
    }

    private byte[] bytes(EngineRequest request) {
        try (EngineResponse answer = send(request)) {
            return answer.content().readAllBytes();
        } catch (IOException e) {
            throw failure(e, request);
        }
    }

    EngineException failure(IOException e, EngineRequest request) {
        return http.failure(e, request);
    }

    void close() {
        http.close();
    }
}
