package io.github.jcompose.runtime.engine.auth;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What opens a registry: a name and a password, or a token.
 *
 * @param server the registry as docker keeps it, such as {@code https://index.docker.io/v1/}
 * @param username empty with a token
 * @param password empty with a token
 * @param identityToken empty with a password
 * @param registryToken empty with anything else
 */
public record Credential(String server, String username, String password, String identityToken, String registryToken) {
    private static final String TOKEN_USER = "<token>";

    /** {@return the credential in an entry of {@code auths}; empty if it holds none} */
    static Optional<Credential> ofEntry(String server, JsonObject entry) {
        String username = entry.string("username");
        String password = entry.string("password");
        String pair = decode(entry.string("auth"));
        int colon = pair.indexOf(':');
        if (colon > 0) {
            username = pair.substring(0, colon);
            // Some writers end it with zeros.
            password = pair.substring(colon + 1).replaceAll("\0+$", "");
        }
        Credential credential = new Credential(
                server, username, password, entry.string("identitytoken"), entry.string("registrytoken"));
        boolean empty = username.isEmpty() && credential.identityToken.isEmpty() && credential.registryToken.isEmpty();
        return empty ? Optional.empty() : Optional.of(credential);
    }

    /** {@return the credential that a helper told} */
    static Credential ofHelper(String server, JsonObject told) {
        String username = told.string("Username");
        String secret = told.string("Secret");
        return username.equals(TOKEN_USER)
                ? new Credential(server, "", "", secret, "")
                : new Credential(server, username, secret, "", "");
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** {@return it as the engine's API has it} */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "username", username);
        put(json, "password", password);
        put(json, "serveraddress", server);
        put(json, "identitytoken", identityToken);
        put(json, "registrytoken", registryToken);
        return json;
    }

    /** {@return it as {@code config.json} has it} */
    Map<String, Object> entry() {
        Map<String, Object> json = new LinkedHashMap<>();
        String pair = username.isEmpty() ? "" : username + ":" + password;
        put(json, "auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        put(json, "identitytoken", identityToken);
        put(json, "registrytoken", registryToken);
        return json;
    }

    private static void put(Map<String, Object> json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    /** {@return the value of the header {@code X-Registry-Auth}} */
    public String header() {
        return encode(json());
    }

    static String encode(Object json) {
        return Base64.getUrlEncoder().encodeToString(Json.compact(json).getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the registry alone: what this holds must not get into a log} */
    @Override
    public String toString() {
        return "credential for " + server;
    }
}
