package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.EngineInfo;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.engine.http.EngineHttp;
import io.github.jcompose.runtime.error.EngineException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Finds the API version that both sides speak, with the first request and once. */
final class Negotiation {
    private static final String PING = "/_ping";

    private final EngineHttp http;
    private final URI host;
    private final Optional<ApiVersion> wanted;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable EngineInfo info;

    /**
     * @param wanted the user's upper limit; empty for the newest that is known
     */
    Negotiation(EngineHttp http, URI host, Optional<ApiVersion> wanted) {
        this.http = http;
        this.host = host;
        this.wanted = wanted;
    }

    /** {@return what both sides agreed on} */
    EngineInfo info() {
        EngineInfo known = info;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            known = info;
            if (known == null) {
                known = negotiate();
                info = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** {@return what stands before each path} */
    String prefix() {
        return "/v" + info().apiVersion();
    }

    private EngineInfo negotiate() {
        try (EngineResponse answer = ping()) {
            answer.content().readAllBytes();
            return new EngineInfo(
                    host,
                    version(answer.header("Api-Version")),
                    answer.header("OSType"),
                    answer.header("Server"),
                    answer.header("Builder-Version"),
                    answer.header("Docker-Experimental").equals("true"));
        } catch (IOException e) {
            throw http.failure(e, EngineRequest.of("GET", PING));
        }
    }

    private EngineResponse ping() {
        try {
            EngineResponse answer = http.send(EngineRequest.of("HEAD", PING), "");
            if (!answer.header("Api-Version").isEmpty()) {
                return answer;
            }
        } catch (EngineException e) {
            if (e.status() == 0) {
                throw e;
            }
            // Old engines and some proxies know no HEAD.
        }
        return http.send(EngineRequest.of("GET", PING), "");
    }

    private ApiVersion version(String told) {
        ApiVersion ours = wanted.orElse(ApiVersion.NEWEST);
        ApiVersion theirs;
        try {
            theirs = told.isEmpty() ? ours : ApiVersion.parse(told);
        } catch (IllegalArgumentException e) {
            throw new EngineException("the engine at " + host + " tells no API version but '" + told + "'", 0, e);
        }
        if (theirs.compareTo(ApiVersion.MINIMUM) < 0 && wanted.isEmpty()) {
            throw new EngineException(
                    "the engine at " + host + " speaks API version " + theirs + "; the oldest that is supported is "
                            + ApiVersion.MINIMUM + " (Engine 19.03)",
                    0);
        }
        return ours.compareTo(theirs) <= 0 ? ours : theirs;
    }
}
