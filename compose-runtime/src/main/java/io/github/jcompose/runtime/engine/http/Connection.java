package io.github.jcompose.runtime.engine.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectableChannel;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.jspecify.annotations.Nullable;

/** One connection to the engine; it serves one request at a time. */
final class Connection implements Closeable {
    private static final int BUFFER = 1 << 15;
    private static final Http1Config CONFIG =
            Http1Config.custom().setBufferSize(BUFFER).setChunkSizeHint(BUFFER).build();

    private final Wire wire;
    private final DefaultBHttpClientConnection http;

    Connection(Wire wire) throws IOException {
        this.wire = wire;
        // What follows a change of protocol has no length, whatever the headers say. Chunks are read here.
        ContentLengthStrategy untilTheEnd = message -> {
            boolean switched = message instanceof ClassicHttpResponse response
                    && response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS;
            long length = switched ? 0 : DefaultContentLengthStrategy.INSTANCE.determineLength(message);
            return switched || length == ContentLengthStrategy.CHUNKED ? ContentLengthStrategy.UNDEFINED : length;
        };
        http = new DefaultBHttpClientConnection(
                CONFIG, null, null, untilTheEnd, DefaultContentLengthStrategy.INSTANCE, null, null);
        http.bind(wire.socket());
    }

    /** {@return whether the other side has closed it, or sends what nobody asked for} */
    boolean isStale() {
        return wire.transport().isReadable();
    }

    /**
     * {@return the head of the answer}
     *
     * @param limit for each wait for the engine
     */
    ClassicHttpResponse exchange(ClassicHttpRequest request, Limit limit) throws IOException {
        try {
            limit(limit);
            http.sendRequestHeader(request);
            IOException unsent = send(request);
            try {
                return receive();
            } catch (IOException e) {
                if (unsent != null) {
                    unsent.addSuppressed(e);
                    throw unsent;
                }
                throw e;
            }
        } catch (HttpException e) {
            throw new IOException("no HTTP: " + e.getMessage(), e);
        }
    }

    /** {@return why the body did not go out in full; an engine that refuses a request may not read its body} */
    private @Nullable IOException send(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            if (request.getEntity() instanceof RequestBody body) {
                body.sendOver(wire);
                http.sendRequestEntity(request);
            }
            http.flush();
            return null;
        } catch (RequestBody.Unreadable | SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return e;
        }
    }

    private ClassicHttpResponse receive() throws HttpException, IOException {
        ClassicHttpResponse response = http.receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_OK && response.getCode() != HttpStatus.SC_SWITCHING_PROTOCOLS) {
            response = http.receiveResponseHeader();
        }
        return response;
    }

    /** {@return the body of the answer, unbuffered; or all that comes after a change of protocol} */
    InputStream body(ClassicHttpResponse response) throws IOException {
        try {
            http.receiveResponseEntity(response);
        } catch (HttpException e) {
            throw new IOException("no HTTP: " + e.getMessage(), e);
        }
        InputStream content = response.getEntity().getContent();
        Header coding = response.getFirstHeader(HttpHeaders.TRANSFER_ENCODING);
        boolean chunked = response.getCode() != HttpStatus.SC_SWITCHING_PROTOCOLS
                && coding != null
                && coding.getValue().equalsIgnoreCase("chunked");
        return chunked ? new Chunks(content) : content;
    }

    /** {@return what tells when more of a body has come; null if only waiting does} */
    @Nullable
    SelectableChannel channel() {
        // With TLS, what has come may not show in the channel.
        return wire.socket() instanceof TransportSocket ? wire.transport().channel() : null;
    }

    /** Sets the limit for each wait. */
    void limit(Limit limit) throws IOException {
        wire.transport().waitWhile(limit.orElse());
        wire.socket().setSoTimeout(limit.millis());
    }

    /** Lets reads fail with {@link NothingYet} instead of waiting. */
    void readWithoutWaiting() throws IOException {
        wire.socket().setSoTimeout(-1);
    }

    OutputStream output() throws IOException {
        return wire.socket().getOutputStream();
    }

    void shutdownOutput() throws IOException {
        wire.socket().shutdownOutput();
    }

    @Override
    public void close() {
        wire.close();
    }
}
