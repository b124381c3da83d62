package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.model.CanonicalTree;
import io.github.jcompose.model.Form;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes of services that no Kubernetes object has a counterpart for. */
public final class Unsupported {
    private static final String NODE = "it is a setting of nodes";
    private static final String NONE = "pods have no counterpart";

    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("blkio_config", NONE),
            Map.entry("cgroup", NONE),
            Map.entry("cgroup_parent", NODE),
            Map.entry("cpu_percent", NONE),
            Map.entry("cpu_rt_period", NODE),
            Map.entry("cpu_rt_runtime", NODE),
            Map.entry("cpuset", NODE),
            Map.entry("credential_spec", NONE),
            Map.entry("device_cgroup_rules", NONE),
            Map.entry("devices", "it takes a device plugin of the cluster"),
            Map.entry("domainname", NONE),
            Map.entry("external_links", "containers outside the project are not in the cluster"),
            Map.entry("isolation", "it is for Windows"),
            Map.entry("logging", "logs are collected by the cluster"),
            Map.entry("mac_address", "addresses are the cluster's to give"),
            Map.entry("mem_swappiness", NODE),
            Map.entry("memswap_limit", NODE),
            Map.entry("models", NONE),
            Map.entry("oom_kill_disable", NONE),
            Map.entry("oom_score_adj", NONE),
            Map.entry("pids_limit", NODE),
            Map.entry("stop_signal", NONE),
            Map.entry("ulimits", NODE),
            Map.entry("use_api_socket", "there is no engine in a cluster"),
            Map.entry("uts", NONE)));

    private Unsupported() {}

    /** {@return the attributes that only lead to a warning} */
    public static Set<String> attributes() {
        return REASONS.keySet();
    }

    /** Warns of each such attribute that the service has, and of others where only some values can be kept. */
    static void warn(Conversion conversion, String name) {
        Service service = conversion.service(name);
        for (String attribute : CanonicalTree.of(service, Form.YAML).keySet()) {
            String reason = REASONS.get(attribute);
            boolean plainLogs = attribute.equals("logging")
                    && service.logging() != null
                    && service.logging().options().isEmpty()
                    && isUsualLog(service.logging().driver());
            if (reason != null && !plainLogs) {
                conversion.warn(name, attribute, "is left out: " + reason, null);
            }
        }
        if (service.usernsMode() != null
                && !service.usernsMode().isEmpty()
                && !service.usernsMode().equals("host")) {
            conversion.warn(name, "userns_mode", "'" + service.usernsMode() + "' has no counterpart", null);
        }
        for (String attribute : List.of("pid", "ipc")) {
            String value = attribute.equals("pid") ? service.pid() : service.ipc();
            boolean shared = value != null
                    && (value.startsWith("service:") || value.startsWith("container:"))
                    && !isInPod(conversion, name, value);
            if (shared) {
                conversion.warn(
                        name,
                        attribute,
                        "only containers of one pod can share it",
                        "with the same 'network_mode' they are in one");
            }
        }
        network(conversion, name, service);
        deploy(conversion, name, service);
    }

    private static boolean isInPod(Conversion conversion, String name, String value) {
        return conversion
                .pods()
                .members(conversion.pods().primary(name))
                .contains(value.substring(value.indexOf(':') + 1));
    }

    private static boolean isUsualLog(@Nullable String driver) {
        return driver == null || driver.isEmpty() || driver.equals("json-file") || driver.equals("local");
    }

    private static void network(Conversion conversion, String name, Service service) {
        String mode = service.networkMode();
        if (mode != null && mode.startsWith("container:")) {
            conversion.warn(name, "network_mode", "that container is not in the cluster", "name a service");
        }
        service.networks().forEach((network, attachment) -> {
            if (attachment == null) {
                return;
            }
            NetworkAttachment names =
                    NetworkAttachment.builder().aliases(attachment.aliases()).build();
            if (!names.equals(attachment)) {
                conversion.warn(
                        List.of("services", name, "networks", network),
                        "addresses, priorities and options are the cluster's to give; only aliases are kept",
                        null);
            }
        });
    }

    private static void deploy(Conversion conversion, String name, Service service) {
        if (service.deploy() == null) {
            return;
        }
        if (service.deploy().rollbackConfig() != null) {
            conversion.warn(
                    List.of("services", name, "deploy", "rollback_config"),
                    "a cluster does not roll back by itself",
                    "see 'kubectl rollout undo'");
        }
        boolean rollsBack = service.deploy().updateConfig() != null
                && "rollback".equals(service.deploy().updateConfig().failureAction());
        if (rollsBack) {
            conversion.warn(
                    List.of("services", name, "deploy", "update_config", "failure_action"),
                    "a cluster does not roll back by itself; a failed update stops",
                    "see 'kubectl rollout undo'");
        }
    }
}
