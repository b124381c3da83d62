package io.github.jcompose.loader.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Talks to registries that speak the OCI distribution API. */
final class RegistryClient {
    private static final int REDIRECTS = 5;
    private final Function<String, Optional<Credentials>> credentials;
    private final Set<String> insecure;
    private final RegistryTrust trust;
    private final Duration timeout;
    /** By host and port where a registry has certificates of its own; the usual one by an empty name. */
    private final Map<String, HttpClient> clients = new HashMap<>();

    RegistryClient(
            Function<String, Optional<Credentials>> credentials,
            Set<String> insecure,
            RegistryTrust trust,
            Duration timeout) {
        this.credentials = credentials;
        this.insecure = insecure;
        this.trust = trust;
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
        if (insecure.contains(hostAndPort)) {
            return true;
        }
        String host = hostAndPort.replaceFirst(":[0-9]+$", "");
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.matches("127(?:\\.[0-9]{1,3}){3}");
        return here && !trust.knows(hostAndPort);
    }

    /**
     * {@return the answer, redirections of questions followed; the authorization only goes to the host that was asked
     * first}
     *
     * @throws RemoteException if there is none, or none that may be read
     */
    <T> HttpResponse<T> send(RegistryRequest request, @Nullable String authorization, BodyHandler<T> body) {
        URI first = request.address();
        URI at = first;
        for (int i = 0; i <= REDIRECTS; i++) {
            boolean home = at.getAuthority().equals(first.getAuthority())
                    && at.getScheme().equals(first.getScheme());
            HttpResponse<T> response = once(request.at(at), home ? authorization : null, body);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty() || !request.isReading()) {
                return response;
            }
            at = address(at, location.get());
        }
        throw new RemoteException(first.getHost() + " redirects in a circle");
    }

    /** {@return where an answer sends to, which may be safely asked} */
    URI address(URI from, String location) {
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

    private <T> HttpResponse<T> once(RegistryRequest request, @Nullable String authorization, BodyHandler<T> body) {
        HttpRequest.Builder http = HttpRequest.newBuilder(request.address())
                .timeout(timeout)
                .method(request.method(), request.body().get());
        request.headers().forEach(http::header);
        if (authorization != null) {
            http.header("Authorization", authorization);
        }
        if (!request.isReading()) {
            http.version(HttpClient.Version.HTTP_1_1);
        }
        String where = request.address().getAuthority();
        String what = (request.isReading() ? "cannot read from " : "cannot write to ") + where;
        CompletableFuture<HttpResponse<T>> answer = client(where).sendAsync(http.build(), body);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException(what + ": interrupted", e);
        } catch (TimeoutException e) {
            throw new RemoteException("no answer from " + where + " within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new RemoteException(what + ": " + reason(where, e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(String where, @Nullable Throwable cause) {
        if (cause instanceof SSLException && cause.getMessage() != null) {
            return cause.getMessage() + "; if it has an authority of its own, put that into /etc/docker/certs.d/"
                    + where + "/ca.crt";
        }
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            return "nothing answers there";
        }
        if (cause instanceof IOException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return String.valueOf(cause);
    }

    private synchronized HttpClient client(String registry) {
        return clients.computeIfAbsent(trust.knows(registry) ? registry : "", this::connected);
    }

    private HttpClient connected(String registry) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(Duration.ofSeconds(30)) < 0 ? timeout : Duration.ofSeconds(30));
        SSLContext context = registry.isEmpty() ? null : trust.context(registry);
        return (context == null ? builder : builder.sslContext(context)).build();
    }
}
