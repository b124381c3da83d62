package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The networks: pods carry a label for each, and are reached by pods with the same label only. Rules of several
 * policies add up, so that a pod on two networks is reached from both.
 */
final class NetworkPolicies {
    private static final String LABEL = "jcompose.github.io/network-";
    private static final int DNS = 53;

    private final Conversion conversion;

    NetworkPolicies(Conversion conversion) {
        this.conversion = conversion;
    }

    /** {@return the labels of a pod for its networks} */
    static Map<String, String> labels(Conversion conversion, String primary) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (conversion.settings().networkPolicies()) {
            for (String network : networks(conversion, primary)) {
                labels.put(label(network), "true");
            }
        }
        return labels;
    }

    private static Set<String> networks(Conversion conversion, String primary) {
        Set<String> networks = new LinkedHashSet<>();
        for (String name : conversion.pods().members(primary)) {
            Service service = conversion.service(name);
            String mode = service.networkMode();
            boolean own = mode == null || mode.isEmpty() || mode.equals("default") || mode.equals("bridge");
            networks.addAll(service.networks().keySet());
            if (own && service.networks().isEmpty()) {
                networks.add("default");
            }
        }
        return networks;
    }

    private static String label(String network) {
        return LABEL + ObjectName.of(network);
    }

    void add() {
        if (!conversion.settings().networkPolicies()) {
            return;
        }
        Set<String> used = new LinkedHashSet<>();
        conversion.pods().primaries().forEach(primary -> used.addAll(networks(conversion, primary)));
        boolean anyInternal = used.stream().anyMatch(this::isInternal);
        for (String network : used) {
            warn(network);
            network(network, anyInternal);
        }
        for (String primary : conversion.pods().primaries()) {
            if ("none".equals(conversion.service(primary).networkMode())) {
                NetworkPolicySpec spec = new NetworkPolicySpec();
                spec.setPodSelector(new LabelSelector(null, conversion.selector(primary)));
                spec.setPolicyTypes(List.of("Ingress", "Egress"));
                add(conversion.name(primary).with("isolated"), primary, spec);
            }
        }
        for (String name : conversion.project().services().keySet()) {
            if (conversion.pods().has(name)) {
                published(name);
            }
        }
    }

    private boolean isInternal(String key) {
        Network network = conversion.project().networks().get(key);
        return network != null && network.internal();
    }

    private void network(String network, boolean anyInternal) {
        LabelSelector members = new LabelSelector(null, Map.of(label(network), "true"));
        NetworkPolicyPeer peers = new NetworkPolicyPeer();
        peers.setPodSelector(members);
        NetworkPolicyIngressRule fromPeers = new NetworkPolicyIngressRule();
        fromPeers.setFrom(List.of(peers));
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(members);
        spec.setIngress(List.of(fromPeers));
        List<String> types = new ArrayList<>(List.of("Ingress"));
        if (anyInternal) {
            types.add("Egress");
            spec.setEgress(isInternal(network) ? onlyTo(peers) : List.of(new NetworkPolicyEgressRule()));
        }
        spec.setPolicyTypes(types);
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(conversion.metadata(conversion.free("NetworkPolicy", ObjectName.of(network))));
        policy.setSpec(spec);
        conversion.add(policy, null);
    }

    /** Peers by any port, and everyone for names. */
    private static List<NetworkPolicyEgressRule> onlyTo(NetworkPolicyPeer peers) {
        NetworkPolicyEgressRule toPeers = new NetworkPolicyEgressRule();
        toPeers.setTo(List.of(peers));
        NetworkPolicyEgressRule names = new NetworkPolicyEgressRule();
        names.setPorts(List.of(port("UDP", DNS), port("TCP", DNS)));
        return List.of(toPeers, names);
    }

    private static NetworkPolicyPort port(String protocol, int number) {
        NetworkPolicyPort port = new NetworkPolicyPort();
        port.setProtocol(protocol);
        port.setPort(new IntOrString(number));
        return port;
    }

    /** Lets everyone reach the ports that are published, and those an Ingress leads to. */
    private void published(String name) {
        List<NetworkPolicyPort> ports = new ArrayList<>();
        Service service = conversion.service(name);
        boolean routed = !conversion.settings(name).ingress().isEmpty();
        if (routed) {
            Ports.of(service).forEach(listening -> ports.add(port(listening.protocol(), listening.number())));
        } else if (!"none".equals(conversion.settings(name).publish())) {
            for (Port port : service.ports()) {
                String address = port.hostIp() == null ? "" : port.hostIp();
                NetworkPolicyPort open = port(Ports.protocol(port.protocol()), port.target());
                if (!address.startsWith("127.") && !address.equals("::1") && !ports.contains(open)) {
                    ports.add(open);
                }
            }
        }
        if (ports.isEmpty()) {
            return;
        }
        NetworkPolicyIngressRule fromAnywhere = new NetworkPolicyIngressRule();
        fromAnywhere.setPorts(ports);
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(new LabelSelector(null, conversion.selector(name)));
        spec.setIngress(List.of(fromAnywhere));
        spec.setPolicyTypes(List.of("Ingress"));
        add(conversion.name(name).with("published"), name, spec);
    }

    private void add(ObjectName objectName, String name, NetworkPolicySpec spec) {
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(conversion.metadata(conversion.free("NetworkPolicy", objectName), name));
        policy.setSpec(spec);
        conversion.add(policy, name);
    }

    private void warn(String key) {
        Network network = conversion.project().networks().get(key);
        if (network == null) {
            return;
        }
        List<Object> path = List.of("networks", key);
        if (network.external()) {
            conversion.warn(
                    path,
                    "is external: pods of other projects reach these only with the label '" + label(key) + ": true'",
                    null);
        }
        if (!network.ipam().config().isEmpty()) {
            conversion.warn(List.of("networks", key, "ipam"), "addresses are the cluster's to give", null);
        }
        if (!network.driverOpts().isEmpty()) {
            conversion.warn(List.of("networks", key, "driver_opts"), "networks of a cluster have no drivers", null);
        }
    }
}
