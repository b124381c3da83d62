package io.github.jcompose.runtime.build;

import io.github.jcompose.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credentials of several registries in one header. */
final class RegistryConfig {
    static final String NAME = "X-Registry-Config";

    private static final String HUB = "docker.io";
    private static final String HUB_KEY = "https://index.docker.io/v1/";

    private RegistryConfig() {}

    /**
     * {@return the value of the header; null if there are no credentials}
     *
     * @param credentials gives the value of {@code X-Registry-Auth} for a registry
     */
    static @Nullable String header(Collection<String> registries, Function<String, @Nullable String> credentials) {
        Map<String, @Nullable Object> known = new TreeMap<>();
        for (String registry : registries) {
            String header = credentials.apply(registry);
            if (header != null) {
                known.put(
                        registry.equals(HUB) ? HUB_KEY : registry,
                        Json.parse(Base64.getUrlDecoder().decode(header)));
            }
        }
        return known.isEmpty()
                ? null
                : Base64.getUrlEncoder().encodeToString(Json.compact(known).getBytes(StandardCharsets.UTF_8));
    }
}
