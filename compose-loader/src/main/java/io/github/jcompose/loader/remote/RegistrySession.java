package io.github.jcompose.loader.remote;

import io.github.jcompose.model.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from one repository and writes to it, with the permission that its registry asked for. */
final class RegistrySession {
    private static final int LARGEST_TOKEN = 1 << 20;
    private final RegistryClient client;
    private final OciReference reference;
    private @Nullable String authorization;
    private boolean writing;

    RegistrySession(RegistryClient client, OciReference reference) {
        this.client = client;
        this.reference = reference;
    }

    OciReference reference() {
        return reference;
    }

    /** Says that something is to be put into the repository. */
    void write() {
        writing = true;
    }

    /** {@return an address below the repository} */
    URI address(String path) {
        return client.api(reference).resolve(path);
    }

    /** {@return where an answer to a request of this session sends to} */
    URI address(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return client.address(answer.uri(), location);
    }

    /**
     * {@return the body of the answer}
     *
     * @param path below the repository: {@code manifests/…} or {@code blobs/…}
     * @param limit the most bytes that are read
     * @throws RemoteException if there is none
     */
    byte[] get(String path, String accept, int limit) {
        HttpResponse<byte[]> response = send(RegistryRequest.get(address(path), accept), limited(limit));
        if (response.statusCode() == 200) {
            return response.body();
        }
        throw failure(response, path);
    }

    /** {@return what reads no more than so many bytes} */
    static BodyHandler<byte[]> limited(int limit) {
        return info -> new LimitedBody(limit);
    }

    /**
     * {@return the answer; if permission is asked for, after it has been got}
     *
     * @throws RemoteException if there is none
     */
    <T> HttpResponse<T> send(RegistryRequest request, BodyHandler<T> body) {
        if (!request.address().getAuthority().equals(client.api(reference).getAuthority())) {
            // Uploads may go to a storage elsewhere, which the permission is not for.
            return client.send(request, null, body);
        }
        HttpResponse<T> response = client.send(request, authorization, body);
        if (response.statusCode() == 401) {
            // A token to read is no token to write: each may be asked for in turn.
            String before = authorization;
            authorization = authorize(response, request.isReading());
            if (!authorization.equals(before)) {
                return client.send(request, authorization, body);
            }
        }
        return response;
    }

    /** {@return what an answer other than the one that was hoped for means} */
    RemoteException failure(HttpResponse<byte[]> response, String path) {
        return switch (response.statusCode()) {
            case 401, 403 -> denied();
            case 404 ->
                new RemoteException(
                        "no " + path.replaceFirst("^manifests/", "version ") + " of " + reference.repositoryName());
            default ->
                new RefusalException(
                        reference.registry(),
                        response.statusCode(),
                        response.body(),
                        "http".equals(response.uri().getScheme()));
        };
    }

    private RemoteException denied() {
        String what = "no permission to " + (writing ? "write to " : "read ") + reference.repositoryName();
        boolean loggedIn = authorization != null
                && client.credentials(reference.registry()).isPresent();
        return new RemoteException(
                loggedIn
                        ? what + "; check the user and password of 'docker login " + reference.registry() + "'"
                        : what + "; log in to " + reference.registry());
    }

    private String authorize(HttpResponse<?> response, boolean reading) {
        for (String header : response.headers().allValues("WWW-Authenticate")) {
            Challenge challenge = Challenge.parse(header);
            Optional<Credentials> login = client.credentials(reference.registry());
            if (challenge.scheme().equals("bearer")) {
                return "Bearer " + token(challenge, login, reading);
            }
            if (challenge.scheme().equals("basic") && login.isPresent()) {
                return basic(login.get());
            }
        }
        throw denied();
    }

    private String token(Challenge challenge, Optional<Credentials> login, boolean reading) {
        String realm = challenge.parameters().getOrDefault("realm", "");
        String usual = "repository:" + reference.repository() + (reading ? ":pull" : ":pull,push");
        String scope = challenge.parameters().getOrDefault("scope", usual);
        String service = challenge.parameters().get("service");
        URI address = tokens(realm + (realm.contains("?") ? "&" : "?") + "scope=" + encode(scope)
                + (service == null ? "" : "&service=" + encode(service)));
        String basic = login.map(RegistrySession::basic).orElse(null);
        HttpResponse<byte[]> response =
                client.send(RegistryRequest.get(address, "application/json"), basic, limited(LARGEST_TOKEN));
        if (response.statusCode() == 200 && parse(response.body()) instanceof Map<?, ?> answer) {
            Object token = answer.get("token") == null ? answer.get("access_token") : answer.get("token");
            if (token instanceof String text && text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return text;
            }
        }
        authorization = basic;
        throw denied();
    }

    private URI tokens(String text) {
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
