package io.github.jcompose.runtime.build.session;

import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.runtime.build.wire.ProtoReader;
import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import java.io.IOException;
import java.util.Map;

/** Gives BuildKit the secrets that steps mount ({@code moby.buildkit.secrets.v1.Secrets}). */
public final class SecretsService {
    /** BuildKit takes no larger ones. */
    private static final int LARGEST = 500 * 1024;

    private SecretsService() {}

    /** Where a secret is. */
    @FunctionalInterface
    public interface Content {
        /**
         * {@return the content; read each time it is asked for}
         *
         * @throws IOException if it cannot be read
         */
        byte[] read() throws IOException;
    }

    /**
     * {@return the methods}
     *
     * @param secrets by the id that the Dockerfile uses
     */
    public static Map<String, GrpcMethod> methods(Map<String, Content> secrets) {
        return Map.of(
                "/moby.buildkit.secrets.v1.Secrets/GetSecret", GrpcMethod.unary(request -> get(request, secrets)));
    }

    private static byte[] get(byte[] request, Map<String, Content> secrets) throws GrpcException {
        String id = "";
        ProtoReader in = new ProtoReader(request);
        while (in.next()) {
            if (in.field() == 1) {
                id = in.text();
            }
        }
        Content secret = secrets.get(id);
        if (secret == null) {
            throw new GrpcException(GrpcException.NOT_FOUND, "secret " + id + " not found");
        }
        byte[] content;
        try {
            content = secret.read();
        } catch (IOException e) {
            throw new GrpcException(GrpcException.INTERNAL, "cannot read secret " + id + ": " + IoReason.withFile(e));
        }
        if (content.length > LARGEST) {
            throw new GrpcException(
                    GrpcException.INTERNAL,
                    "secret " + id + " has " + content.length + " bytes; the most is " + LARGEST);
        }
        return new ProtoWriter().bytes(1, content).bytes();
    }
}
