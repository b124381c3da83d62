package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Logging;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of a create request that ties the container to its host ({@code HostConfig}). */
final class HostSection {
    private final ContainerSpec spec;
    private final Service service;
    private final Networking networking;
    private final Mounts mounts;

    HostSection(ContainerSpec spec, Networking networking, Mounts mounts) {
        this.spec = spec;
        this.service = spec.service();
        this.networking = networking;
        this.mounts = mounts;
    }

    Fields fields() {
        Fields fields = new Fields()
                .put("Binds", mounts.binds())
                .put("Mounts", mounts.mounts())
                .put("Tmpfs", tmpfs())
                .put("CapAdd", capabilities(service.capAdd()))
                .put("CapDrop", capabilities(service.capDrop()))
                .always("NetworkMode", networking.mode())
                .put("PortBindings", portBindings())
                .put("RestartPolicy", restartPolicy());
        if (service.init() != null) {
            fields.always("Init", service.init());
        }
        return fields.put("IpcMode", mode(service.ipc()))
                .put("PidMode", mode(service.pid()))
                .put("UTSMode", mode(service.uts()))
                .put("UsernsMode", service.usernsMode())
                .put("CgroupnsMode", mode(service.cgroup()))
                .put("Isolation", service.isolation())
                .put("Runtime", service.runtime())
                .put("ReadonlyRootfs", service.readOnly())
                .put("Privileged", service.privileged())
                .put("VolumesFrom", volumesFrom())
                .put("Dns", service.dns())
                .put("DnsSearch", service.dnsSearch())
                .put("DnsOptions", service.dnsOpt())
                .always("ExtraHosts", extraHosts())
                .put("GroupAdd", service.groupAdd())
                .putAll(new SecurityOptions(spec).fields())
                .put("StorageOpt", service.storageOpt())
                .put("Sysctls", service.sysctls())
                .put("Annotations", spec.api().atLeast("1.43") ? service.annotations() : null)
                .put("LogConfig", logging(service.logging()))
                .put("Links", networking.links())
                .putAll(new Limits(spec).fields());
    }

    private Map<String, String> tmpfs() {
        Map<String, String> tmpfs = new LinkedHashMap<>();
        for (String entry : service.tmpfs()) {
            String[] parts = entry.split(":", 2);
            tmpfs.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return tmpfs;
    }

    private static List<String> capabilities(List<String> names) {
        TreeSet<String> full = new TreeSet<>();
        for (String name : names) {
            String upper = name.strip().toUpperCase(Locale.ROOT);
            full.add(upper.equals("ALL") || upper.startsWith("CAP_") ? upper : "CAP_" + upper);
        }
        return List.copyOf(full);
    }

    private Map<String, List<Map<String, String>>> portBindings() {
        Map<String, List<Map<String, String>>> bindings = new LinkedHashMap<>();
        for (Port port : service.ports()) {
            String published = port.published();
            String ip = port.hostIp();
            bindings.computeIfAbsent(port.target() + "/" + ProcessSection.protocol(port), k -> new ArrayList<>())
                    .add(Map.of("HostIp", ip == null ? "" : ip, "HostPort", published == null ? "" : published));
        }
        return bindings;
    }

    private Map<String, @Nullable Object> restartPolicy() {
        Deploy deploy = service.deploy();
        RestartPolicy policy = deploy == null ? null : deploy.restartPolicy();
        String restart = service.restart();
        if (policy != null) {
            String condition = policy.condition();
            Long attempts = policy.maxAttempts();
            return restart(condition == null ? "any" : condition, attempts == null ? 0 : attempts);
        }
        if (restart == null || restart.isEmpty()) {
            return Map.of();
        }
        String[] parts = restart.split(":", 2);
        try {
            return restart(parts[0], parts.length == 1 ? 0 : Long.parseLong(parts[1]));
        } catch (NumberFormatException e) {
            throw new ComposeException(
                    "services." + spec.key() + ".restart: '" + parts[1] + "' is no number of attempts", e);
        }
    }

    private static Map<String, @Nullable Object> restart(String name, long attempts) {
        String policy = switch (name) {
            case "none", "no" -> "no";
            case "any", "always" -> "always";
            default -> name;
        };
        return new Fields()
                .always("Name", policy)
                .put("MaximumRetryCount", attempts)
                .map();
    }

    private @Nullable String mode(@Nullable String mode) {
        return ServiceReferences.mode(mode, spec.peers()::firstContainer);
    }

    private List<String> volumesFrom() {
        List<String> from = new ArrayList<>();
        for (String entry : service.volumesFrom()) {
            boolean container = entry.startsWith("container:");
            String[] parts = (container ? entry.substring("container:".length()) : entry).split(":", 2);
            String id = container ? parts[0] : spec.peers().firstContainer(parts[0]);
            if (id == null) {
                throw new ComposeException("services." + spec.key() + ".volumes_from: service '" + parts[0]
                        + "' has no container to take volumes from");
            }
            from.add(parts.length == 1 ? id : id + ":" + parts[1]);
        }
        return from;
    }

    private List<String> extraHosts() {
        List<String> hosts = new ArrayList<>();
        service.extraHosts()
                .addresses()
                .forEach((host, addresses) -> addresses.forEach(address -> hosts.add(host + ":" + address)));
        return hosts;
    }

    private static @Nullable Map<String, @Nullable Object> logging(@Nullable Logging logging) {
        return logging == null
                ? null
                : new Fields()
                        .put("Type", logging.driver())
                        .put("Config", logging.options())
                        .map();
    }
}
