package io.github.jcompose.runtime.build.session;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.wire.ProtoReader;
import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells BuildKit the credentials for a registry, when it gets there ({@code moby.filesync.v1.Auth}). */
public final class AuthService {
    private AuthService() {}

    /**
     * {@return the methods}
     *
     * @param credentials finds them by registry, a host with its port
     */
    public static Map<String, GrpcMethod> methods(Function<String, Optional<Credential>> credentials) {
        return Map.of(
                "/moby.filesync.v1.Auth/Credentials", GrpcMethod.unary(request -> credential(request, credentials)));
    }

    private static byte[] credential(byte[] request, Function<String, Optional<Credential>> credentials)
            throws GrpcException {
        String host = "";
        ProtoReader in = new ProtoReader(request);
        while (in.next()) {
            if (in.field() == 1) {
                host = in.text();
            }
        }
        try {
            ProtoWriter out = new ProtoWriter();
            credentials.apply(host).ifPresent(credential -> {
                if (credential.identityToken().isEmpty()) {
                    out.text(1, credential.username()).text(2, credential.password());
                } else {
                    out.text(2, credential.identityToken());
                }
            });
            return out.bytes();
        } catch (ComposeException e) {
            throw new GrpcException(GrpcException.INTERNAL, String.valueOf(e.getMessage()));
        }
    }
}
