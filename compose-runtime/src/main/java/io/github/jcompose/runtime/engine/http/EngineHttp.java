package io.github.jcompose.runtime.engine.http;

import io.github.jcompose.runtime.engine.Duplex;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.error.EngineException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpVersion;

/** Sends requests to one engine. Any number of threads may use it at once. */
public final class EngineHttp implements Closeable {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String PING = "/_ping";

    private final RequestWriter writer;
    private final ConnectionPool pool;
    private final Failures failures;
    private final Duration timeLimit;

    /**
     * @param connectLimit to open a connection
     * @param timeLimit for each wait of a request that sets none itself, and how long one without any limit waits before
     *     it asks whether the engine is alive; zero for none
     */
    public EngineHttp(Target target, Dialer dialer, Duration connectLimit, Duration timeLimit) {
        this.writer = new RequestWriter(target);
        this.pool = new ConnectionPool(dialer, connectLimit);
        this.failures = new Failures(target, timeLimit);
        this.timeLimit = timeLimit;
    }

    /**
     * {@return the answer, to be closed}
     *
     * @param prefix before the path, such as {@code /v1.41}
     * @throws EngineException for an error status, and if there is no answer
     */
    public EngineResponse send(EngineRequest request, String prefix) {
        Exchange exchange = exchange(request, writer.write(request, prefix));
        Map<String, String> headers = headers(exchange.response);
        return new EngineResponse(exchange.response.getCode(), headers, exchange.body);
    }

    /**
     * {@return the connection after a change of protocol, to be closed}
     *
     * @param prefix before the path, such as {@code /v1.41}
     * @throws EngineException for an error status, and if there is no answer
     */
    public Duplex upgrade(EngineRequest request, String prefix, String protocol) {
        ClassicHttpRequest http = writer.write(request, prefix);
        http.setHeader(HttpHeaders.CONNECTION, "Upgrade");
        http.setHeader(HttpHeaders.UPGRADE, protocol);
        Exchange exchange = exchange(request, http);
        try {
            exchange.connection.limit(limit(request.unlimited()));
            return new RawConnection(exchange.connection, exchange.body);
        } catch (IOException e) {
            exchange.body.close();
            throw failures.ofIo(e, request);
        }
    }

    /** {@return what trouble with the body of an answer means} */
    public EngineException failure(IOException e, EngineRequest request) {
        return failures.ofIo(e, request);
    }

    private Exchange exchange(EngineRequest request, ClassicHttpRequest http) {
        Connection kept = pool.reuse();
        if (kept != null) {
            try {
                return exchange(request, http, kept);
            } catch (IOException e) {
                pool.discard(kept);
                if (!mayRepeat(request, e)) {
                    throw failures.ofIo(e, request);
                }
                // The engine closed the connection just as the request went out.
            }
        }
        try {
            return freshly(request, http);
        } catch (IOException e) {
            if (!mayRepeat(request, e) || request.path().equals(PING)) {
                throw failures.ofFirst(e, request);
            }
            // The engine may just be starting again.
        }
        try {
            return freshly(request, http);
        } catch (IOException e) {
            throw failures.ofIo(e, request);
        }
    }

    private Exchange freshly(EngineRequest request, ClassicHttpRequest http) throws IOException {
        Connection fresh = dial();
        try {
            return exchange(request, http, fresh);
        } catch (IOException e) {
            pool.discard(fresh);
            throw e;
        }
    }

    private boolean mayRepeat(EngineRequest request, IOException failure) {
        return (request.method().equals("GET") || request.method().equals("HEAD"))
                && !(failure instanceof SocketTimeoutException)
                && !Thread.currentThread().isInterrupted()
                && !pool.isClosed();
    }

    private Connection dial() {
        try {
            return pool.dial();
        } catch (IOException e) {
            throw failures.ofDialing(e);
        }
    }

    private Exchange exchange(EngineRequest request, ClassicHttpRequest http, Connection connection)
            throws IOException {
        ClassicHttpResponse response = connection.exchange(http, limit(request));
        int status = response.getCode();
        boolean empty = request.method().equals("HEAD") || status == 204 || status == 304;
        InputStream content = empty ? InputStream.nullInputStream() : connection.body(response);
        ResponseBody body = new ResponseBody(content, connection, pool, keepsAlive(response));
        if (status >= 400) {
            try (body) {
                throw Failures.ofStatus(status, body, request);
            }
        }
        if (empty) {
            body.read();
        }
        return new Exchange(connection, response, body);
    }

    /** What may take any time is waited for as long as the engine answers something else. */
    private Limit limit(EngineRequest request) {
        Duration own = request.timeLimit() == null ? timeLimit : request.timeLimit();
        boolean patient = own.isZero();
        return new Limit(
                (int) Math.min((patient ? timeLimit : own).toMillis(), Integer.MAX_VALUE),
                patient ? this::isAlive : () -> false);
    }

    private boolean isAlive() {
        EngineRequest question = EngineRequest.of("HEAD", PING);
        try {
            // What was opened long ago may be the trouble.
            freshly(question, writer.write(question, ""));
            return true;
        } catch (EngineException e) {
            return e.status() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean keepsAlive(ClassicHttpResponse response) {
        Header connection = response.getFirstHeader(HttpHeaders.CONNECTION);
        return response.getCode() != SWITCHING_PROTOCOLS
                && !HttpVersion.HTTP_1_0.equals(response.getVersion())
                && (connection == null || !connection.getValue().equalsIgnoreCase("close"));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    @Override
    public void close() {
        pool.close();
    }

    private record Exchange(Connection connection, ClassicHttpResponse response, ResponseBody body) {}
}
