package io.github.jcompose.loader.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A registry with what a test put into it, on a port of this machine. */
final class FakeRegistry implements AutoCloseable {
    static final String PROJECT = "application/vnd.docker.compose.project";
    private static final String COMPOSE = "application/vnd.docker.compose.file+yaml";
    private static final String ENV = "application/vnd.docker.compose.envfile";

    private final HttpServer server;
    private final Map<String, byte[]> content = new ConcurrentHashMap<>();
    private final Map<String, Function<HttpExchange, Boolean>> guards = new ConcurrentHashMap<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Decides about requests below a path before they are answered; true: it has answered. */
    void guard(String prefix, Function<HttpExchange, Boolean> guard) {
        guards.put(prefix, guard);
    }

    /** Puts something at a path. */
    void put(String path, byte[] bytes) {
        content.put(path, bytes);
    }

    /** {@return the digest of a blob, from now on in the repository} */
    String blob(String repository, byte[] bytes) {
        String digest = digest(bytes);
        put("/v2/" + repository + "/blobs/" + digest, bytes);
        return digest;
    }

    /** {@return the digest of a manifest, from now on in the repository under that tag} */
    String manifest(String repository, String tag, Map<String, ?> manifest) {
        byte[] bytes = Json.compact(manifest).getBytes(StandardCharsets.UTF_8);
        put("/v2/" + repository + "/manifests/" + tag, bytes);
        put("/v2/" + repository + "/manifests/" + digest(bytes), bytes);
        return digest(bytes);
    }

    /** {@return the digest of an application of these layers} */
    String application(String repository, String tag, List<Map<String, Object>> layers) {
        return manifest(repository, tag, Map.of("schemaVersion", 2, "artifactType", PROJECT, "layers", layers));
    }

    Map<String, Object> compose(String repository, String text) {
        return layer(repository, COMPOSE, text, Map.of("com.docker.compose.file", "compose.yaml"));
    }

    Map<String, Object> extended(String repository, String name, String text) {
        Map<String, String> notes = Map.of("com.docker.compose.file", name, "com.docker.compose.extends", "true");
        return layer(repository, COMPOSE, text, notes);
    }

    Map<String, Object> variables(String repository, String name, String text) {
        return layer(repository, ENV, text, Map.of("com.docker.compose.envfile", name));
    }

    private Map<String, Object> layer(String repository, String type, String text, Map<String, String> notes) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("mediaType", type);
        layer.put("digest", blob(repository, bytes));
        layer.put("size", (long) bytes.length);
        layer.put("annotations", notes);
        return layer;
    }

    static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        for (Map.Entry<String, Function<HttpExchange, Boolean>> guard : guards.entrySet()) {
            if (path.startsWith(guard.getKey()) && guard.getValue().apply(exchange)) {
                return;
            }
        }
        byte[] found = content.get(path);
        send(exchange, found == null ? 404 : 200, found);
    }

    static void send(HttpExchange exchange, int status, byte @Nullable [] body) {
        try (exchange) {
            exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            // Whoever asked no longer wants the answer.
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
