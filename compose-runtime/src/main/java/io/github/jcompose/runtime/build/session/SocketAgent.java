package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * An agent that runs on this machine.
 *
 * @param socket where it listens
 */
public record SocketAgent(Path socket) implements SshAgent {
    private static final int BUFFER = 1 << 15;

    @Override
    public void serve(GrpcStream call, Executor threads) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                throw new GrpcException(
                        GrpcException.INTERNAL, "cannot reach the ssh agent at " + socket + ": " + e.getMessage());
            }
            threads.execute(() -> answer(channel, call));
            for (byte[] message = call.receive(); message != null; message = call.receive()) {
                ByteBuffer data = ByteBuffer.wrap(SshService.data(message));
                while (data.hasRemaining()) {
                    channel.write(data);
                }
            }
        }
    }

    private static void answer(SocketChannel channel, GrpcStream call) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                call.send(SshService.message(Arrays.copyOf(buffer.array(), buffer.position())));
            }
        } catch (IOException e) {
            // The step is over, or the agent; either way nobody waits for more.
        }
    }
}
