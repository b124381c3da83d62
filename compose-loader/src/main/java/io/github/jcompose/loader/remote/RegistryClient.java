package io.github.jcompose.loader.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from registries that speak the OCI distribution API. */
final class RegistryClient {
    private static final int REDIRECTS = 5;
    private final Function<String, Optional<Credentials>> credentials;
    private final Set<String> insecure;
    private final Duration timeout;
    private @Nullable HttpClient http;

    RegistryClient(Function<String, Optional<Credentials>> credentials, Set<String> insecure, Duration timeout) {
        this.credentials = credentials;
        this.insecure = insecure;
        this.timeout = timeout;
    }

    /** {@return a connection to the repository of the reference, which remembers its permission} */
    RegistrySession open(OciReference reference) {
        return new RegistrySession(this, reference);
    }

    Optional<Credentials> credentials(String registry) {
        return credentials.apply(registry);
    }

    /** {@return the address of the registry's API} */
    URI api(OciReference reference) {
        return URI.create((isPlain(reference.host()) ? "http" : "https") + "://" + reference.host() + "/v2/"
                + reference.repository() + "/");
    }

    /** {@return whether passwords and files may go to that address as they are} */
    boolean isTrusted(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && isPlain(address.getHost() + port)));
    }

    private boolean isPlain(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":[0-9]+$", "");
        return insecure.contains(hostAndPort)
                || host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127(?:\\.[0-9]{1,3}){3}");
    }

    /**
     * {@return the answer, redirections followed; the authorization only goes to the host that was asked first}
     *
     * @throws RemoteException if there is none, or none that may be read
     */
    HttpResponse<byte[]> get(URI address, String accept, @Nullable String authorization, int limit) {
        URI at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            boolean home = at.getAuthority().equals(address.getAuthority())
                    && at.getScheme().equals(address.getScheme());
            HttpResponse<byte[]> response = once(at, accept, home ? authorization : null, limit);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            at = redirected(at, location.get());
        }
        throw new RemoteException(address.getHost() + " redirects in a circle");
    }

    private URI redirected(URI from, String location) {
        try {
            URI to = from.resolve(location);
            if (to.getAuthority() != null && isTrusted(to)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new RemoteException(from.getHost() + " redirects to '" + location + "', which is no address", e);
        }
        throw new RemoteException(from.getHost() + " redirects to '" + location + "', which is not secure");
    }

    private HttpResponse<byte[]> once(URI address, String accept, @Nullable String authorization, int limit) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(timeout).header("Accept", accept);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        String where = address.getAuthority();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request.build(), info -> new LimitedBody(limit));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("cannot read from " + where + ": interrupted", e);
        } catch (TimeoutException e) {
            throw new RemoteException("no answer from " + where + " within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new RemoteException("cannot read from " + where + ": " + reason(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof IOException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return String.valueOf(cause);
    }

    private synchronized HttpClient client() {
        HttpClient existing = http;
        if (existing == null) {
            existing = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeout.compareTo(Duration.ofSeconds(30)) < 0 ? timeout : Duration.ofSeconds(30))
                    .build();
            http = existing;
        }
        return existing;
    }
}
