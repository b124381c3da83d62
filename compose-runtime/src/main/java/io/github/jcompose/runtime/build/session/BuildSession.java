package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.grpc.GrpcConnection;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The connection over which BuildKit asks its client for files, secrets and credentials ({@code POST /session}). What
 * is not offered here is not asked for.
 */
public final class BuildSession implements AutoCloseable {
    private static final String PREFIX = "X-Docker-Expose-Session-";
    private static final String HEALTH = "/grpc.health.v1.Health/Check";
    /** The engine asks again and again, and gives up a session that is not in order. */
    private static final GrpcMethod SERVING =
            GrpcMethod.unary(request -> new ProtoWriter().number(1, 1).bytes());

    private final String id;
    private final GrpcConnection connection;

    private BuildSession(String id, GrpcConnection connection) {
        this.id = id;
        this.connection = connection;
    }

    /**
     * {@return a session}
     *
     * @param sharedKey names the context, so that the engine can compare it with what was sent last time
     * @param methods by path
     * @throws IOException if the connection is lost
     * @throws io.github.jcompose.runtime.error.EngineException if the engine knows no sessions
     */
    public static BuildSession open(Engine engine, Executor threads, String sharedKey, Map<String, GrpcMethod> methods)
            throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, GrpcMethod> all = new TreeMap<>(methods);
        all.put(HEALTH, SERVING);
        EngineRequest request = EngineRequest.of("POST", "/session")
                .header(PREFIX + "Uuid", id)
                .header(PREFIX + "Name", "jcompose")
                .header(PREFIX + "Sharedkey", sharedKey);
        for (String method : all.keySet()) {
            request = request.header(PREFIX + "Grpc-Method", method);
        }
        Duplex wire = engine.upgrade(request, "h2c");
        try {
            return new BuildSession(id, GrpcConnection.server(wire, all, threads));
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /** {@return what names it in a build} */
    public String id() {
        return id;
    }

    /**
     * {@return whether the connection has ended}
     *
     * @param soon whether to wait a moment for that
     */
    public boolean isLost(boolean soon) throws ClosedByInterruptException {
        return connection.hasEnded(soon);
    }

    @Override
    public void close() {
        connection.close();
    }
}
