package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the engine in the order of the docker command: a host or context that was named, {@code DOCKER_HOST},
 * {@code DOCKER_CONTEXT}, the current context, the default socket. Where that socket is missing, those of rootless
 * engines, Docker Desktop and Podman follow.
 */
public final class HostResolver {
    private static final String DEFAULT = "default";
    private static final Set<String> SCHEMES = Set.of("unix", "tcp", "http", "https", "ssh", "npipe");

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final Predicate<Path> exists;
    private final boolean windows;

    /** A resolver for this machine. */
    public HostResolver() {
        this(
                Files::exists,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows"));
    }

    HostResolver(Predicate<Path> exists, boolean windows) {
        this.exists = exists;
        this.windows = windows;
    }

    /**
     * {@return where the engine is}
     *
     * @throws ComposeException if the settings contradict each other or name what is not there
     */
    public EngineHost resolve(HostOptions options) {
        DockerConfig config = DockerConfig.read(options.environment());
        Map<String, String> headers = CustomHeaders.of(options, config);
        if (options.context() != null && options.host() != null) {
            throw new ComposeException("a host and a docker context are named; only one of them can be used");
        }
        String variable = options.variable("DOCKER_HOST");
        if (options.host() != null) {
            return named(options.host(), "as asked for", options, config, headers);
        } else if (options.context() != null) {
            return context(options.context(), "as asked for", options, config, headers);
        } else if (!variable.isEmpty()) {
            return named(variable, "DOCKER_HOST", options, config, headers);
        } else if (!options.variable("DOCKER_CONTEXT").isEmpty()) {
            return context(options.variable("DOCKER_CONTEXT"), "DOCKER_CONTEXT", options, config, headers);
        }
        String current = config.settings().string("currentContext");
        return context(current.isEmpty() ? DEFAULT : current, "config.json", options, config, headers);
    }

    private EngineHost named(
            String host, String origin, HostOptions options, DockerConfig config, Map<String, String> headers) {
        URI uri = parse(host, wantsTls(options));
        boolean overTcp = !Set.of("unix", "ssh", "npipe").contains(uri.getScheme());
        Optional<TlsFiles> tls = overTcp && wantsTls(options) ? Optional.of(files(options, config)) : Optional.empty();
        return new EngineHost(uri, origin, tls, headers);
    }

    private EngineHost context(
            String name, String origin, HostOptions options, DockerConfig config, Map<String, String> headers) {
        if (!name.equals(DEFAULT)) {
            ContextStore.Context context = new ContextStore(config.folder()).find(name);
            if (!context.host().isEmpty()) {
                URI uri = parse(context.host(), context.tls().isPresent());
                return new EngineHost(uri, "docker context '" + name + "', " + origin, context.tls(), headers);
            }
        }
        String variable = options.variable("DOCKER_HOST");
        if (!variable.isEmpty()) {
            return named(variable, "DOCKER_HOST", options, config, headers);
        } else if (wantsTls(options)) {
            return named("tcp://localhost:2376", "the default with TLS", options, config, headers);
        }
        return defaultHost(options, config, headers);
    }

    private EngineHost defaultHost(HostOptions options, DockerConfig config, Map<String, String> headers) {
        if (windows) {
            return named("npipe:////./pipe/docker_engine", "the default", options, config, headers);
        }
        if (exists.test(SOCKET)) {
            return new EngineHost(URI.create("unix://" + SOCKET), "the default", Optional.empty(), headers);
        }
        List<Path> sockets = sockets(options);
        Path found = sockets.stream().filter(exists).findFirst().orElse(sockets.get(0));
        String origin = "the default";
        if (!exists.test(found)) {
            origin += "; nor is there any of "
                    + String.join(
                            ", ", sockets.stream().skip(1).map(Path::toString).toList());
        }
        return new EngineHost(URI.create("unix://" + found), origin, Optional.empty(), headers);
    }

    private static List<Path> sockets(HostOptions options) {
        List<Path> sockets = new ArrayList<>();
        sockets.add(SOCKET);
        String home = options.variable("HOME");
        String runtime = runtimeFolder(options.variable("XDG_RUNTIME_DIR"), home);
        if (!runtime.isEmpty()) {
            sockets.add(Path.of(runtime, "docker.sock"));
        }
        if (!home.isEmpty()) {
            sockets.add(Path.of(home, ".docker", "run", "docker.sock"));
            sockets.add(Path.of(home, ".docker", "desktop", "docker.sock"));
        }
        if (!runtime.isEmpty()) {
            sockets.add(Path.of(runtime, "podman", "podman.sock"));
        }
        sockets.add(Path.of("/run/podman/podman.sock"));
        if (!home.isEmpty()) {
            // Of Podman's virtual machine, on macOS.
            sockets.add(Path.of(home, ".local", "share", "containers", "podman", "machine", "podman.sock"));
        }
        return sockets;
    }

    /** Services and scheduled jobs often lack the variable, and their rootless engine is there all the same. */
    private static String runtimeFolder(String given, String home) {
        if (!given.isEmpty() || home.isEmpty()) {
            return given;
        }
        try {
            Object user = Files.getAttribute(Path.of(home), "unix:uid");
            return "/run/user/" + user;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean wantsTls(HostOptions options) {
        return options.tls() != null
                || !options.variable("DOCKER_TLS_VERIFY").isEmpty()
                || !options.variable("DOCKER_TLS").isEmpty();
    }

    private static TlsFiles files(HostOptions options, DockerConfig config) {
        if (options.tls() != null) {
            return options.tls();
        }
        String folder = options.variable("DOCKER_CERT_PATH");
        return TlsFiles.in(
                folder.isEmpty() ? config.folder() : Path.of(folder),
                !options.variable("DOCKER_TLS_VERIFY").isEmpty());
    }

    private static URI parse(String host, boolean tls) {
        String text = host.strip();
        if (!text.contains("://")) {
            text = (text.startsWith("/") ? "unix://" : "tcp://") + text;
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // Without the cause, which quotes the text: it may hold a password.
            String shown = host.replaceAll("//.*@", "//…@");
            throw new ComposeException("'" + shown + "' is no address of an engine: " + e.getReason());
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new ComposeException(
                    "cannot reach an engine over '" + scheme + "' (" + text + "); use unix, tcp, https or ssh");
        }
        return switch (scheme) {
            case "tcp", "http", "https" -> withPort(uri, scheme, tls);
            case "ssh" -> SshCommand.checked(uri);
            default -> uri;
        };
    }

    private static URI withPort(URI uri, String scheme, boolean tls) {
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        int port = uri.getPort();
        if (port < 0) {
            port = switch (scheme) {
                case "http" -> 80;
                case "https" -> 443;
                default -> tls ? 2376 : 2375;
            };
        }
        try {
            return new URI(scheme, null, host, port, uri.getPath(), null, null);
        } catch (URISyntaxException e) {
            throw new ComposeException("'" + uri + "' is no address of an engine: " + e.getReason(), e);
        }
    }
}
