package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.container;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.PathStat;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;

/** The files of a container, as tar archives. */
final class ContainerFiles {
    private static final String STAT = "X-Docker-Container-Path-Stat";

    private final Session session;

    ContainerFiles(Session session) {
        this.session = session;
    }

    Optional<PathStat> stat(String id, String path) {
        EngineRequest request =
                EngineRequest.of("HEAD", container(id, "/archive")).query("path", path);
        try (EngineResponse answer = session.send(request)) {
            return Optional.of(stat(answer));
        } catch (EngineNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw session.failure(e, request);
        }
    }

    Archive copyFrom(String id, String path) {
        EngineResponse answer = session.send(EngineRequest.of("GET", container(id, "/archive"))
                .query("path", path)
                .unlimited());
        return new Archive(stat(answer), answer.content());
    }

    void copyTo(String id, String path, boolean copyUidGid, InputStream tar) {
        session.call(EngineRequest.of("PUT", container(id, "/archive"))
                .query("path", path)
                .query("noOverwriteDirNonDir", true)
                .flag("copyUIDGID", copyUidGid)
                .tar(tar)
                .unlimited());
    }

    private static PathStat stat(EngineResponse answer) {
        try {
            return PathStat.of(JsonObject.of(Json.parse(Base64.getDecoder().decode(answer.header(STAT)))));
        } catch (IllegalArgumentException e) {
            throw new EngineException("the engine does not say what the file is", answer.status(), e);
        }
    }
}
