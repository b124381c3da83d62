package io.github.jcompose.runtime.engine.grpc;

import io.github.jcompose.runtime.engine.Duplex;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** gRPC over a connection that was turned over, on either side of it. Any number of threads may use it. */
public final class GrpcConnection implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Http2Link link;

    private GrpcConnection(Http2Link link) {
        this.link = link;
    }

    /**
     * {@return a connection to call methods over}
     *
     * @throws IOException if the connection is lost
     */
    public static GrpcConnection client(Duplex wire, Executor threads) throws IOException {
        Http2Link link = new Http2Link(wire, true, stream -> {});
        link.begin(threads);
        return new GrpcConnection(link);
    }

    /**
     * {@return a connection over which the other side calls methods}
     *
     * @param methods by path, such as {@code /grpc.health.v1.Health/Check}
     * @throws IOException if the connection is lost
     */
    public static GrpcConnection server(Duplex wire, Map<String, GrpcMethod> methods, Executor threads)
            throws IOException {
        Http2Link link = new Http2Link(wire, false, stream -> threads.execute(() -> serve(stream, methods)));
        link.begin(threads);
        return new GrpcConnection(link);
    }

    private static void serve(Http2Stream stream, Map<String, GrpcMethod> methods) {
        int code = 0;
        String message = "";
        try {
            List<String> path = stream.header(":path");
            GrpcMethod method = path.isEmpty() ? null : methods.get(path.get(0));
            if (method == null) {
                throw new GrpcException(GrpcException.UNIMPLEMENTED, "unknown method");
            }
            method.serve(stream);
        } catch (GrpcException e) {
            code = e.code();
            message = String.valueOf(e.getMessage());
        } catch (IOException | RuntimeException e) {
            code = GrpcException.INTERNAL;
            message = String.valueOf(e.getMessage());
        }
        try {
            stream.end(code, message);
        } catch (IOException e) {
            // Nobody is there any more who could hear of it.
        }
    }

    /**
     * {@return the answer to one message}
     *
     * @param path such as {@code /moby.buildkit.v1.Control/Solve}
     * @throws GrpcException if the call ends with another status than OK
     * @throws IOException if the connection is lost, or the thread interrupted
     */
    public byte[] call(String path, byte[] request) throws IOException {
        GrpcStream stream = open(path);
        stream.send(request);
        stream.sendEnd();
        byte[] answer = stream.receive();
        if (answer != null) {
            stream.receive();
        }
        return answer == null ? NOTHING : answer;
    }

    /**
     * {@return a new call}
     *
     * @throws IOException if the connection is lost
     */
    public GrpcStream open(String path) throws IOException {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader(":method", "POST"));
        headers.add(new BasicHeader(":scheme", "http"));
        headers.add(new BasicHeader(":path", path));
        headers.add(new BasicHeader(":authority", "localhost"));
        headers.add(new BasicHeader("content-type", "application/grpc"));
        headers.add(new BasicHeader("te", "trailers"));
        return link.open(headers);
    }

    /**
     * {@return whether it has ended}
     *
     * @param soon whether to wait a moment for that
     */
    public boolean hasEnded(boolean soon) throws ClosedByInterruptException {
        return link.hasEnded(soon);
    }

    /** Ends all calls. */
    @Override
    public void close() {
        link.close();
    }
}
