package io.github.jcompose.runtime.engine.http;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.error.EngineTimeoutException;
import io.github.jcompose.runtime.error.EngineUnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Says in our own words what went wrong. */
final class Failures {
    private static final int MAX_BODY = 1 << 16;
    private static final int MAX_SHOWN = 300;

    private final Target target;
    private final Duration timeLimit;

    /**
     * @param timeLimit of requests that set none themselves
     */
    Failures(Target target, Duration timeLimit) {
        this.target = target;
        this.timeLimit = timeLimit;
    }

    /** {@return what an answer with an error status means} */
    static EngineException ofStatus(int status, InputStream body, EngineRequest request) throws IOException {
        String text = new String(body.readNBytes(MAX_BODY), StandardCharsets.UTF_8).strip();
        String message = message(text);
        if (message.isEmpty()) {
            message = "the engine answered " + status + " to " + name(request);
        }
        return switch (status) {
            case 404 -> new EngineNotFoundException(message);
            case 409 -> new EngineConflictException(message);
            default -> new EngineException(message, status);
        };
    }

    private static String message(String body) {
        if (body.startsWith("{")) {
            try {
                JsonObject json = JsonObject.of(Json.parse(body));
                // Podman says more under "cause".
                String message = json.string("message");
                return message.isEmpty() ? json.string("cause") : message.strip();
            } catch (RuntimeException e) {
                // Shown as it is.
            }
        }
        String line = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "…" : line;
    }

    /** {@return what a connection that cannot be opened means} */
    EngineException ofDialing(IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return interrupted(e);
        } else if (e instanceof ConnectionPool.PoolClosed) {
            return ofIo(e, "a connection");
        }
        String reason = reason(e);
        return new EngineUnreachableException(
                "cannot reach an engine at " + target.host() + " (" + target.origin() + "): " + reason + "; "
                        + advice(reason),
                e);
    }

    private String advice(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        URI host = target.host();
        if (lower.contains("permission denied") && "unix".equals(host.getScheme())) {
            return "add your user to the group of the socket, or use a rootless engine";
        } else if (lower.contains("certif") || lower.contains("pkix")) {
            return "check ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH";
        } else if ("ssh".equals(host.getScheme())) {
            return "check that 'ssh' reaches the host without a password and that 'docker' is there";
        }
        return "start the engine, or set DOCKER_HOST or a docker context to one that runs";
    }

    /** {@return what trouble on a new connection means: with the first question of all, it may be no engine} */
    EngineException ofFirst(IOException e, EngineRequest request) {
        return request.path().equals("/_ping") && !(e instanceof SocketTimeoutException)
                ? ofDialing(e)
                : ofIo(e, request);
    }

    /** {@return what trouble with an open connection means} */
    EngineException ofIo(IOException e, EngineRequest request) {
        if (e instanceof SocketTimeoutException) {
            return silence(request, e);
        }
        return ofIo(e, "the answer to " + name(request));
    }

    private EngineException silence(EngineRequest request, IOException e) {
        Duration own = request.timeLimit() == null ? timeLimit : request.timeLimit();
        String limit = " within the time limit of " + text(own.isZero() ? timeLimit : own);
        return new EngineTimeoutException(
                "the engine at " + target.host()
                        + (own.isZero()
                                ? " has fallen silent: it answers neither " + name(request) + " nor a ping"
                                : " did not give the answer to " + name(request))
                        + limit,
                e);
    }

    private static String text(Duration limit) {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private EngineException ofIo(IOException e, String what) {
        if (e instanceof ClosedByInterruptException) {
            return interrupted(e);
        } else if (e instanceof RequestBody.Unreadable) {
            return new EngineException("cannot read what is to be sent to the engine: " + reason(e), 0, e);
        }
        return new EngineConnectionLostException(
                "the connection to the engine at " + target.host() + " was lost while waiting for " + what + ": "
                        + reason(e),
                e);
    }

    private EngineException interrupted(IOException e) {
        return new EngineInterruptedException("interrupted while waiting for the engine at " + target.host(), e);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
    }

    private static String name(EngineRequest request) {
        return request.method() + " " + request.path();
    }
}
