package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A project that is deployed under a name.
 *
 * @param name what the names of its things begin with
 * @param project every service in it is on a network
 */
public record Stack(String name, Project project) {
    /** The label of everything that belongs to a stack: its name. */
    public static final String NAMESPACE = "com.docker.stack.namespace";

    /** The label of a service: its image as the file has it. */
    public static final String IMAGE = "com.docker.stack.image";

    private static final String DEFAULT = "default";

    /**
     * {@return the stack}
     *
     * @throws ComposeException if the name cannot be one
     */
    public static Stack of(String name, Project project) {
        requireName(name);
        Map<String, Service> services = new TreeMap<>();
        project.services().forEach((key, service) -> services.put(key, attached(service)));
        Map<String, Network> networks = new LinkedHashMap<>(project.networks());
        boolean usesDefault =
                services.values().stream().anyMatch(s -> s.networks().containsKey(DEFAULT));
        if (usesDefault) {
            networks.putIfAbsent(DEFAULT, Network.builder().build());
        }
        return new Stack(
                name, project.toBuilder().services(services).networks(networks).build());
    }

    /**
     * Checks the name of a stack.
     *
     * @throws ComposeException if it cannot be one
     */
    public static void requireName(String name) {
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?")) {
            throw new ComposeException("invalid stack name \"" + name
                    + "\": expected letters, digits, hyphens and underscores, with a letter or digit at both ends");
        }
    }

    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    private static Service attached(Service service) {
        if (!service.networks().isEmpty()) {
            return service;
        }
        Map<String, @Nullable NetworkAttachment> networks = new LinkedHashMap<>();
        networks.put(DEFAULT, null);
        return service.toBuilder().networks(networks).build();
    }

    /** {@return the name that something of the stack has by default} */
    public String scoped(String key) {
        return name + "_" + key;
    }

    /** {@return the name of something of the stack, or of something external} */
    public String nameOf(String key, @Nullable String given, boolean external) {
        if (external) {
            return given == null || given.isEmpty() ? key : given;
        }
        return isNamed(key, given) && given != null ? given : scoped(key);
    }

    /** {@return whether the user gave it a name, and not the loader} */
    public boolean isNamed(String key, @Nullable String given) {
        return given != null
                && !given.isEmpty()
                && !given.equals(project.name() + "_" + key)
                && !given.equals(scoped(key));
    }

    /** {@return the labels with that of the stack} */
    public Map<String, String> labels(Map<String, String> own) {
        Map<String, String> labels = new TreeMap<>(own);
        labels.put(NAMESPACE, name);
        return labels;
    }

    /** {@return the keys of the networks that services are on, sorted} */
    public Iterable<String> usedNetworks() {
        TreeSet<String> keys = new TreeSet<>();
        project.services().values().forEach(s -> keys.addAll(s.networks().keySet()));
        return keys;
    }

    /** {@return the network of that key} */
    public Network network(String service, String key) {
        Network network = project.networks().get(key);
        if (network == null) {
            throw new ComposeException("services." + service + ".networks: no network '" + key + "' in the project");
        }
        return network;
    }
}
