package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.util.concurrent.Executor;

/** What signs for a step that speaks SSH. */
@FunctionalInterface
public interface SshAgent {
    /**
     * Serves one connection of a step, in messages that hold pieces of the agent protocol.
     *
     * @throws IOException if the agent cannot be reached, or the connection is lost
     */
    void serve(GrpcStream call, Executor threads) throws IOException;
}
