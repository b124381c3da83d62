package io.github.jcompose.runtime.build.classic;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.auth.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credentials of several registries in one header. */
final class RegistryConfig {
    static final String NAME = "X-Registry-Config";

    private RegistryConfig() {}

    /**
     * {@return the value of the header; null if there are no credentials}
     *
     * @param credentials finds them by registry
     */
    static @Nullable String header(Collection<String> registries, Function<String, Optional<Credential>> credentials) {
        Map<String, @Nullable Object> known = new TreeMap<>();
        for (String registry : registries) {
            credentials.apply(registry).ifPresent(found -> known.put(found.server(), found.json()));
        }
        return known.isEmpty()
                ? null
                : Base64.getUrlEncoder().encodeToString(Json.compact(known).getBytes(StandardCharsets.UTF_8));
    }
}
