package io.github.jcompose.loader.remote;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a fake registry take what is put into it. */
final class FakeUploads {
    private final FakeRegistry registry;

    /** What has been put, by path. */
    final Map<String, byte[]> taken = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Decides before a request is answered: a status, or null. */
    volatile Function<HttpExchange, @Nullable Integer> refusing = exchange -> null;

    FakeUploads(FakeRegistry registry) {
        this.registry = registry;
        registry.guard("/v2/", this::answer);
    }

    private boolean answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Integer refusal = refusing.apply(exchange);
        if (refusal != null) {
            FakeRegistry.send(exchange, refusal, null);
            return true;
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                exchange.getResponseHeaders().add("Location", path + "1?state=a%2Fb");
                FakeRegistry.send(exchange, 202, null);
            }
            case "PUT" -> {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                String stored =
                        path.contains("/uploads/") ? path.replaceFirst("/uploads/.*", "/") + digest(query) : path;
                byte[] body = body(exchange);
                taken.put(stored, body);
                registry.put(stored, body);
                FakeRegistry.send(exchange, 201, null);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String digest(String query) {
        return query.replaceFirst(".*digest=", "");
    }

    private static byte[] body(HttpExchange exchange) {
        try {
            return exchange.getRequestBody().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
