package io.github.jcompose.runtime.engine.grpc;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a method: messages in both directions. One thread may send while another receives. */
public interface GrpcStream {
    /** {@return the values of a header of the call; the name is in lower case} */
    List<String> header(String name);

    /**
     * Sends a message; waits as long as the other side takes no more.
     *
     * @throws IOException if the call or the connection has ended
     */
    void send(byte[] message) throws IOException;

    /** Ends what this side sends, in a call of its own. */
    void sendEnd() throws IOException;

    /**
     * {@return the next message; null behind the last}
     *
     * @throws GrpcException if the call ends with another status than OK
     * @throws IOException if the connection is lost
     */
    byte @Nullable [] receive() throws IOException;
}
