package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from one repository, with the permission that its registry asked for. */
final class RegistrySession {
    private static final int LARGEST_TOKEN = 1 << 20;
    private final RegistryClient client;
    private final OciReference reference;
    private @Nullable String authorization;

    RegistrySession(RegistryClient client, OciReference reference) {
        this.client = client;
        this.reference = reference;
    }

    /**
     * {@return the body of the answer}
     *
     * @param path below the repository: {@code manifests/…} or {@code blobs/…}
     * @param limit the most bytes that are read
     * @throws RemoteException if there is none
     */
    byte[] get(String path, String accept, int limit) {
        URI address = client.api(reference).resolve(path);
        HttpResponse<byte[]> response = client.get(address, accept, authorization, limit);
        if (response.statusCode() == 401 && authorization == null) {
            authorization = authorize(response);
            response = client.get(address, accept, authorization, limit);
        }
        if (response.statusCode() == 200) {
            return response.body();
        }
        throw new RemoteException(
                switch (response.statusCode()) {
                    case 401, 403 ->
                        "no permission to read " + reference.repositoryName() + "; log in to " + reference.registry();
                    case 404 ->
                        "no " + path.replaceFirst("^manifests/", "version ") + " of " + reference.repositoryName();
                    default -> reference.registry() + " answered with status " + response.statusCode();
                });
    }

    private String authorize(HttpResponse<byte[]> response) {
        for (String header : response.headers().allValues("WWW-Authenticate")) {
            Challenge challenge = Challenge.parse(header);
            Optional<Credentials> login = client.credentials(reference.registry());
            if (challenge.scheme().equals("bearer")) {
                return "Bearer " + token(challenge, login);
            }
            if (challenge.scheme().equals("basic") && login.isPresent()) {
                return basic(login.get());
            }
        }
        throw new RemoteException(
                "no permission to read " + reference.repositoryName() + "; log in to " + reference.registry());
    }

    private String token(Challenge challenge, Optional<Credentials> login) {
        String realm = challenge.parameters().getOrDefault("realm", "");
        String scope = challenge.parameters().getOrDefault("scope", "repository:" + reference.repository() + ":pull");
        String service = challenge.parameters().get("service");
        URI address = address(realm + (realm.contains("?") ? "&" : "?") + "scope=" + encode(scope)
                + (service == null ? "" : "&service=" + encode(service)));
        HttpResponse<byte[]> response = client.get(
                address, "application/json", login.map(RegistrySession::basic).orElse(null), LARGEST_TOKEN);
        if (response.statusCode() == 200 && parse(response.body()) instanceof Map<?, ?> answer) {
            Object token = answer.get("token") == null ? answer.get("access_token") : answer.get("token");
            if (token instanceof String text && text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return text;
            }
        }
        throw new RemoteException(
                "no permission to read " + reference.repositoryName() + "; log in to " + reference.registry());
    }

    private URI address(String text) {
        try {
            URI address = URI.create(text);
            if (client.isTrusted(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new RemoteException(reference.registry() + " sends to '" + text + "' for a token", e);
        }
        throw new RemoteException(reference.registry() + " sends to '" + text + "' for a token, which is not secure");
    }

    private static @Nullable Object parse(byte[] json) {
        try {
            return Json.parse(json);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(Credentials login) {
        byte[] text = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }
}
