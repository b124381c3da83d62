package io.github.jcompose.runtime.engine.auth;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The user's credentials for registries, in the order of the docker command: {@code DOCKER_AUTH_CONFIG}, the helper
 * of the registry, the helper for all, {@code config.json} itself.
 */
public final class RegistryCredentials {
    private static final String HUB_KEY = "https://index.docker.io/v1/";
    private static final Set<String> HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    private final Map<String, String> environment;
    private final JsonObject fromVariable;
    private final JsonObject config;

    private RegistryCredentials(Map<String, String> environment, JsonObject fromVariable, JsonObject config) {
        this.environment = environment;
        this.fromVariable = fromVariable;
        this.config = config;
    }

    /**
     * {@return the credentials that the variables and {@code config.json} lead to}
     *
     * @throws ComposeException if they cannot be read
     */
    public static RegistryCredentials read(Map<String, String> environment) {
        return new RegistryCredentials(
                Map.copyOf(environment),
                auths(environment.getOrDefault("DOCKER_AUTH_CONFIG", "")),
                DockerConfig.read(environment).settings());
    }

    private static JsonObject auths(String variable) {
        try {
            return variable.isBlank()
                    ? JsonObject.EMPTY
                    : JsonObject.of(Json.parse(variable)).object("auths");
        } catch (RuntimeException e) {
            // Without the cause: it may quote credentials.
            throw new ComposeException("DOCKER_AUTH_CONFIG is no valid JSON");
        }
    }

    /**
     * {@return the header {@code X-Registry-Auth} for the image; empty for an anonymous request}
     *
     * @param image such as {@code ghcr.io/acme/shop:1.0}
     * @throws ComposeException if a credential helper fails
     */
    public Optional<String> header(String image) {
        return find(ImageName.parse(image).registry()).map(Credential::header);
    }

    /**
     * {@return the credential for the registry; empty if there is none}
     *
     * @param registry a host, with a port if need be
     * @throws ComposeException if a credential helper fails
     */
    public Optional<Credential> find(String registry) {
        String server = HUB.contains(registry) ? HUB_KEY : registry;
        Optional<Credential> credential = entry(fromVariable, server);
        if (credential.isPresent()) {
            return credential;
        }
        String own = config.object("credHelpers").string(server.equals(HUB_KEY) ? registry : server);
        String helper = own.isEmpty() ? config.object("credHelpers").string(server) : own;
        if (helper.isEmpty()) {
            helper = config.string("credsStore");
        }
        if (!helper.isEmpty()) {
            credential = new CredentialHelper(helper, environment).get(server);
        }
        return credential.isPresent() ? credential : entry(config.object("auths"), server);
    }

    /**
     * {@return the header {@code X-Registry-Config} with all credentials, for a build}
     *
     * @throws ComposeException if a credential helper fails
     */
    public String configHeader() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String server : servers()) {
            find(server).ifPresent(credential -> all.put(credential.server(), credential.json()));
        }
        return Credential.encode(all);
    }

    /**
     * {@return all credentials as {@code config.json} has them under {@code auths}, those of helpers too}
     *
     * @throws ComposeException if a credential helper fails
     */
    public Map<String, Object> auths() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String server : servers()) {
            find(server).ifPresent(credential -> all.put(server, credential.entry()));
        }
        return all;
    }

    private Set<String> servers() {
        Set<String> servers = new TreeSet<>(config.object("auths").map().keySet());
        servers.addAll(fromVariable.map().keySet());
        servers.addAll(config.object("credHelpers").map().keySet());
        String store = config.string("credsStore");
        if (!store.isEmpty()) {
            servers.addAll(new CredentialHelper(store, environment).servers());
        }
        return servers;
    }

    private static Optional<Credential> entry(JsonObject auths, String server) {
        if (auths.hasObject(server)) {
            return Credential.ofEntry(server, auths.object(server));
        }
        String host = host(server);
        return auths.map().keySet().stream()
                .filter(key -> host(key).equals(host))
                .findFirst()
                .flatMap(key -> Credential.ofEntry(server, auths.object(key)));
    }

    /** {@return the host and port of what may be an address with scheme and path} */
    private static String host(String key) {
        String rest = key.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        return HUB.contains(host) ? "index.docker.io" : host;
    }
}
