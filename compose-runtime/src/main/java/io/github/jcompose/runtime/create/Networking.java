package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks of a container: which is its primary one, and its endpoint on each. */
public final class Networking {
    private static final String SEVERAL_AT_CREATION = "1.44";
    private static final String INTERFACE_NAMES = "1.49";

    private final ContainerSpec spec;
    private final Service service;
    private final List<String> keys;

    /** Looks at the networks of that container. */
    public Networking(ContainerSpec spec) {
        this.spec = spec;
        this.service = spec.service();
        this.keys = hasMode() ? List.of() : sorted(service.networks());
    }

    private boolean hasMode() {
        String mode = service.networkMode();
        return mode != null && !mode.isEmpty();
    }

    private static List<String> sorted(Map<String, @Nullable NetworkAttachment> networks) {
        return networks.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, @Nullable NetworkAttachment> e) -> -priority(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int priority(@Nullable NetworkAttachment attachment) {
        return attachment == null ? 0 : attachment.priority();
    }

    String mode() {
        String mode = ServiceReferences.mode(service.networkMode(), spec.peers()::firstContainer);
        if (mode != null && !mode.isEmpty()) {
            return mode;
        }
        return keys.isEmpty() ? "none" : name(keys.get(0));
    }

    private String name(String key) {
        Network network = spec.project().networks().get(key);
        String name = network == null ? null : network.name();
        return name == null || name.isEmpty() ? key : name;
    }

    Map<String, Map<String, @Nullable Object>> atCreation() {
        Map<String, Map<String, @Nullable Object>> endpoints = new LinkedHashMap<>();
        boolean all = spec.api().atLeast(SEVERAL_AT_CREATION);
        for (String key : all || keys.isEmpty() ? keys : keys.subList(0, 1)) {
            endpoints.put(name(key), endpoint(key));
        }
        return endpoints;
    }

    List<ContainerRequest.Connection> afterCreation() {
        List<ContainerRequest.Connection> later = new ArrayList<>();
        if (!spec.api().atLeast(SEVERAL_AT_CREATION)) {
            keys.stream().skip(1).forEach(key -> later.add(new ContainerRequest.Connection(name(key), endpoint(key))));
        }
        return later;
    }

    /** {@return the address that an old engine takes for the container, not for an endpoint; null for none} */
    @Nullable
    String macAddressOfContainer() {
        return spec.api().atLeast(SEVERAL_AT_CREATION) || keys.isEmpty() ? null : macAddress(keys.get(0));
    }

    private @Nullable String macAddress(String key) {
        NetworkAttachment attachment = service.networks().get(key);
        String own = attachment == null ? null : attachment.macAddress();
        String all = key.equals(keys.get(0)) ? service.macAddress() : null;
        if (own == null || own.isEmpty()) {
            return all;
        }
        if (all != null && !all.isEmpty() && !all.equals(own)) {
            throw new ComposeException("services." + spec.key() + ": mac_address is " + all
                    + ", but that of its network " + key + " is " + own + "; set one of them");
        }
        return own;
    }

    /** {@return the endpoint of the container on the network of that key} */
    public Map<String, @Nullable Object> endpoint(String key) {
        NetworkAttachment attachment = service.networks().get(key);
        Fields endpoint = new Fields().put("Aliases", aliases(attachment)).put("Links", links());
        if (spec.api().atLeast(SEVERAL_AT_CREATION)) {
            endpoint.put("MacAddress", macAddress(key));
        }
        if (attachment == null) {
            return endpoint.map();
        }
        Fields ipam = new Fields()
                .put("IPv4Address", attachment.ipv4Address())
                .put("IPv6Address", attachment.ipv6Address())
                .put("LinkLocalIPs", attachment.linkLocalIps());
        return endpoint.always("IPAMConfig", ipam.map())
                .put("DriverOpts", driverOptions(attachment))
                .put("GwPriority", spec.api().atLeast("1.48") ? attachment.gwPriority() : 0)
                .map();
    }

    private List<String> aliases(@Nullable NetworkAttachment attachment) {
        List<String> aliases = new ArrayList<>();
        aliases.add(spec.name());
        if (spec.serviceAliases()) {
            aliases.add(spec.key());
            if (attachment != null) {
                aliases.addAll(attachment.aliases());
            }
        }
        return aliases;
    }

    private Map<String, String> driverOptions(NetworkAttachment attachment) {
        Map<String, String> options = new LinkedHashMap<>(attachment.driverOpts());
        String name = attachment.interfaceName();
        if (name != null && !name.isEmpty()) {
            if (!spec.api().atLeast(INTERFACE_NAMES)) {
                throw new ComposeException("services." + spec.key()
                        + ": interface_name requires Docker Engine v28.1 or later (API " + INTERFACE_NAMES
                        + "); this one speaks " + spec.api());
            }
            options.put("com.docker.network.endpoint.ifname", name);
        }
        return options;
    }

    List<String> links() {
        List<String> links = new ArrayList<>();
        String separator = Names.of(spec.project()).separator();
        for (String link : service.links()) {
            String[] parts = link.split(":", 2);
            String target = parts[0];
            String alias = parts.length == 1 ? target : parts[1];
            spec.peers().names(target).forEach((number, container) -> {
                links.add(container + ":" + alias);
                links.add(container + ":" + target + separator + number);
                links.add(container + ":" + spec.project().name() + separator + target + separator + number);
            });
        }
        for (String link : service.externalLinks()) {
            String[] parts = link.split(":", 2);
            links.add(parts[0] + ":" + (parts.length == 1 ? parts[0] : parts[1]));
        }
        return links;
    }
}
