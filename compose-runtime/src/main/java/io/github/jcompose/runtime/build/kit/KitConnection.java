package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.build.wire.SolveRequest;
import io.github.jcompose.runtime.build.wire.SolveStatus;
import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.grpc.GrpcConnection;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A connection to the BuildKit of an engine ({@code POST /grpc}). */
final class KitConnection implements AutoCloseable {
    private static final String CONTROL = "/moby.buildkit.v1.Control/";
    /** How long to wait for the last news of a build that is over. */
    private static final int LAST_NEWS_SECONDS = 3;

    private final GrpcConnection connection;
    private final Executor threads;

    private KitConnection(GrpcConnection connection, Executor threads) {
        this.connection = connection;
        this.threads = threads;
    }

    /**
     * {@return a connection}
     *
     * @throws IOException if the connection is lost
     * @throws io.github.jcompose.runtime.error.EngineException if the engine has no BuildKit
     */
    static KitConnection open(Engine engine, Executor threads) throws IOException {
        Duplex wire = engine.upgrade(EngineRequest.of("POST", "/grpc"), "h2c");
        try {
            return new KitConnection(GrpcConnection.client(wire, threads), threads);
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /**
     * Builds, and returns when all is told.
     *
     * @throws io.github.jcompose.runtime.engine.grpc.GrpcException if the build fails
     * @throws IOException if the connection is lost
     */
    void solve(SolveRequest request, KitTrace trace) throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                follow(request.ref(), trace);
            } finally {
                told.countDown();
            }
        });
        boolean interrupted = false;
        try {
            connection.call(CONTROL + "Solve", request.bytes());
        } catch (ClosedByInterruptException e) {
            interrupted = true;
            throw e;
        } finally {
            if (!interrupted) {
                await(told);
            }
            trace.end();
        }
    }

    private void follow(String ref, KitTrace trace) {
        try {
            GrpcStream status = connection.open(CONTROL + "Status");
            status.send(new ProtoWriter().text(1, ref).bytes());
            status.sendEnd();
            for (byte[] message = status.receive(); message != null; message = status.receive()) {
                trace.take(SolveStatus.read(message));
            }
        } catch (IOException | IllegalArgumentException e) {
            // What became of the build the other call tells.
        }
    }

    private static void await(CountDownLatch told) throws ClosedByInterruptException {
        try {
            if (!told.await(LAST_NEWS_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
