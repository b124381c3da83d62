package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.wire.ProtoReader;
import io.github.jcompose.runtime.build.wire.ProtoWriter;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Lets steps use SSH agents and keys of the user ({@code moby.sshforward.v1.SSH}). */
public final class SshService {
    private static final String DEFAULT = "default";

    private final Map<String, SshAgent> agents;
    private final Executor threads;

    private SshService(Map<String, SshAgent> agents, Executor threads) {
        this.agents = Map.copyOf(agents);
        this.threads = threads;
    }

    /**
     * {@return the methods}
     *
     * @param agents by the id that the Dockerfile uses
     */
    public static Map<String, GrpcMethod> methods(Map<String, SshAgent> agents, Executor threads) {
        SshService service = new SshService(agents, threads);
        return Map.of(
                "/moby.sshforward.v1.SSH/CheckAgent",
                GrpcMethod.unary(service::check),
                "/moby.sshforward.v1.SSH/ForwardAgent",
                service::forward);
    }

    private byte[] check(byte[] request) throws GrpcException {
        agent(new String(data(request), StandardCharsets.UTF_8));
        return new byte[0];
    }

    private SshAgent agent(String named) throws GrpcException {
        String id = named.isEmpty() ? DEFAULT : named;
        SshAgent agent = agents.get(id);
        if (agent == null) {
            throw new GrpcException(GrpcException.NOT_FOUND, "no ssh agent or key with the id " + id);
        }
        return agent;
    }

    private void forward(GrpcStream call) throws IOException {
        List<String> ids = call.header("buildkit.ssh.id");
        agent(ids.isEmpty() ? "" : ids.get(0)).serve(call, threads);
    }

    /** {@return the only field of a message} */
    static byte[] data(byte[] message) {
        byte[] data = {};
        ProtoReader in = new ProtoReader(message);
        while (in.next()) {
            if (in.field() == 1) {
                data = in.bytes();
            }
        }
        return data;
    }

    /** {@return a message with an only field} */
    static byte[] message(byte[] data) {
        return new ProtoWriter().bytes(1, data).bytes();
    }
}
