package io.github.jcompose.runtime.engine.host;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an engine is and how to speak to it.
 *
 * @param uri with the scheme {@code unix}, {@code tcp}, {@code http}, {@code https}, {@code ssh} or {@code npipe}
 * @param origin who said so, for messages; such as {@code DOCKER_HOST}
 * @param tls the files to speak TLS with; empty for no TLS, or for the system's own with {@code https}
 * @param headers sent with every request
 */
public record EngineHost(URI uri, String origin, Optional<TlsFiles> tls, Map<String, String> headers) {
    private static final Set<String> PLAIN = Set.of("tcp", "http");
    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

    /**
     * {@return whether anybody on the way to the engine can read along and command it: it is spoken to over a network
     * without TLS}
     */
    public boolean isOpen() {
        String name = uri.getHost() == null ? "" : uri.getHost();
        return PLAIN.contains(uri.getScheme()) && tls.isEmpty() && !LOOPBACK.contains(name) && !name.startsWith("127.");
    }
}
