package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.host.EngineHost;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.engine.host.HostResolver;
import io.github.jcompose.runtime.engine.host.SshCommand;
import io.github.jcompose.runtime.engine.http.Dialer;
import io.github.jcompose.runtime.engine.http.EngineHttp;
import io.github.jcompose.runtime.engine.http.Target;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Connects to engines. */
public final class Engines {
    private Engines() {}

    /**
     * {@return the engine that the options lead to}; it is not spoken to before the first request
     *
     * @throws ComposeException if the options contradict each other or name what is not there
     */
    public static Engine connect(HostOptions options) {
        return connect(new HostResolver().resolve(options), options);
    }

    /** {@return the engine there; it is not spoken to before the first request} */
    public static Engine connect(EngineHost host, HostOptions options) {
        Target target =
                new Target(host.uri(), host.origin(), authority(host.uri()), basePath(host.uri()), headers(host));
        EngineHttp http = new EngineHttp(target, dialer(host), options.connectLimit(), options.timeLimit());
        Negotiation negotiation = new Negotiation(http, host.uri(), wantedVersion(options));
        return new EngineClient(new Session(http, negotiation), options.timeLimit());
    }

    private static Dialer dialer(EngineHost host) {
        URI uri = host.uri();
        return switch (uri.getScheme()) {
            case "unix" -> Dialer.unix(Path.of(uri.getPath()));
            case "ssh" -> Dialer.process(SshCommand.of(uri));
            case "npipe" ->
                throw new ComposeException(
                        "named pipes (" + uri
                                + ") are not supported; let the engine listen on tcp://localhost:2375 and set DOCKER_HOST to it");
            default -> tcp(host);
        };
    }

    private static Dialer tcp(EngineHost host) {
        URI uri = host.uri();
        InetSocketAddress address = InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
        if (host.tls().isPresent()) {
            return Dialer.tls(
                    address, host.tls().get().context(), host.tls().get().verify());
        }
        return uri.getScheme().equals("https") ? Dialer.tls(address, systemTls(), true) : Dialer.tcp(address);
    }

    private static SSLContext systemTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new ComposeException("this Java has no TLS", e);
        }
    }

    /** Engines refuse a request without this header; what it says matters for TCP only. */
    private static String authority(URI uri) {
        return switch (uri.getScheme()) {
            case "unix", "npipe" -> "api.moby.localhost";
            case "ssh" -> "docker.example.com";
            default -> uri.getHost() + ":" + uri.getPort();
        };
    }

    private static String basePath(URI uri) {
        boolean local = uri.getScheme().equals("unix") || uri.getScheme().equals("ssh");
        String path = local || uri.getPath() == null ? "" : uri.getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Map<String, String> headers(EngineHost host) {
        String version = Engines.class.getPackage().getImplementationVersion();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", version == null ? "jcompose" : "jcompose/" + version);
        headers.putAll(host.headers());
        return headers;
    }

    private static Optional<ApiVersion> wantedVersion(HostOptions options) {
        String wanted = options.environment().getOrDefault("DOCKER_API_VERSION", "");
        try {
            return wanted.isEmpty() ? Optional.empty() : Optional.of(ApiVersion.parse(wanted));
        } catch (IllegalArgumentException e) {
            throw new ComposeException("DOCKER_API_VERSION: " + e.getMessage(), e);
        }
    }
}
