package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ContainerExit;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import java.io.IOException;

/** Waits for the body that the engine sends when a container ends. */
final class ExitWait implements ContainerWait {
    private final Session session;
    private final EngineRequest request;
    private final EngineResponse answer;

    ExitWait(Session session, EngineRequest request) {
        this.session = session;
        this.request = request;
        this.answer = session.send(request);
    }

    @Override
    public ContainerExit await() {
        byte[] body;
        try {
            body = answer.content().readAllBytes();
        } catch (IOException e) {
            throw session.failure(e, request);
        }
        if (body.length == 0) {
            throw new EngineConnectionLostException("the engine gave up waiting for the end of a container", null);
        }
        JsonObject exit;
        try {
            exit = JsonObject.of(Json.parse(body));
        } catch (IllegalArgumentException e) {
            throw new EngineConnectionLostException(
                    "the answer to " + request.method() + " " + request.path() + " is no JSON", e);
        }
        return new ContainerExit(
                (int) exit.number("StatusCode"), exit.object("Error").string("Message"));
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }
}
