package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Logins that a program gives, in the place where the docker command looks first. */
final class GivenLogins {
    private static final String VARIABLE = "DOCKER_AUTH_CONFIG";

    private GivenLogins() {}

    /**
     * {@return the variables with the logins among those of {@code DOCKER_AUTH_CONFIG}}
     *
     * @throws ComposeException if that variable cannot be read
     */
    static Map<String, String> in(Map<String, String> environment, Map<String, RegistryLogin> logins) {
        if (logins.isEmpty()) {
            return environment;
        }
        Map<String, Object> auths = new LinkedHashMap<>();
        logins.forEach((registry, login) -> {
            byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            auths.put(registry, Map.of("auth", Base64.getEncoder().encodeToString(pair)));
        });
        earlier(environment.getOrDefault(VARIABLE, ""))
                .forEach((registry, entry) -> auths.putIfAbsent(String.valueOf(registry), entry));
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put(VARIABLE, Json.compact(Map.of("auths", auths)));
        return all;
    }

    private static Map<?, ?> earlier(String variable) {
        try {
            Object settings = variable.isBlank() ? null : Json.parse(variable);
            return settings instanceof Map<?, ?> all && all.get("auths") instanceof Map<?, ?> auths ? auths : Map.of();
        } catch (IllegalArgumentException e) {
            // Without the cause: it may quote credentials.
            throw new ComposeException(VARIABLE + " is no valid JSON");
        }
    }
}
