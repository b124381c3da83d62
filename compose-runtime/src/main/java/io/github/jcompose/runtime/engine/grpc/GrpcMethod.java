package io.github.jcompose.runtime.engine.grpc;

import java.io.IOException;

/** Serves a method. Each call has a thread of its own. */
@FunctionalInterface
public interface GrpcMethod {
    /**
     * Serves one call; it ends with OK when this returns.
     *
     * @throws GrpcException to end it with another status
     * @throws IOException if the connection is lost
     */
    void serve(GrpcStream call) throws IOException;

    /** {@return a method that answers one message with one} */
    static GrpcMethod unary(Unary method) {
        return call -> {
            byte[] request = call.receive();
            call.send(method.answer(request == null ? new byte[0] : request));
        };
    }

    /** Answers one message with one. */
    @FunctionalInterface
    interface Unary {
        /**
         * {@return the answer}
         *
         * @throws GrpcException to end the call with another status than OK
         */
        byte[] answer(byte[] request) throws GrpcException;
    }
}
