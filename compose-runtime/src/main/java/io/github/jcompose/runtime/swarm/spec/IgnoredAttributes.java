package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.swarm.IgnoredAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a project asks for and a swarm does not give. */
public final class IgnoredAttributes {
    private static final String NOT_THERE = "the containers of its services cannot have it";
    private static final String LIMITS = "deploy.resources.limits says how much a task may use";
    private static final String HOOKS = "a node starts and stops containers without hooks";

    private final List<IgnoredAttribute> found = new ArrayList<>();
    private final String key;
    private final Service service;

    private IgnoredAttributes(String key, Service service) {
        this.key = key;
        this.service = service;
    }

    /** {@return what is ignored, in the order of the services} */
    public static List<IgnoredAttribute> of(Project project, ApiVersion api) {
        List<IgnoredAttribute> all = new ArrayList<>();
        project.services().forEach((key, service) -> {
            IgnoredAttributes of = new IgnoredAttributes(key, service);
            of.process();
            of.resources();
            of.surroundings();
            of.deploy();
            of.networks();
            of.engine(api);
            all.addAll(of.found);
        });
        return all;
    }

    private void process() {
        add("build", service.buildSpec(), "the nodes pull the image; build it and push it before");
        add("pull_policy", service.pullPolicy(), "a node pulls an image that it does not have");
        add("container_name", service.containerName(), "it names the containers of its tasks itself");
        add("restart", restart(), "it starts tasks anew as deploy.restart_policy says, by default always");
        add("depends_on", dependsOn(), "it starts all services at once; each must wait for what it needs");
        add("links", service.links(), "services find each other by their names");
        add("external_links", service.externalLinks(), "services find each other by their names");
        add("volumes_from", service.volumesFrom(), "name the volumes at each service that needs them");
        add("pre_start", service.preStart(), HOOKS);
        add("post_start", service.postStart(), HOOKS);
        add("pre_stop", service.preStop(), HOOKS);
        add("provider", service.provider(), "a swarm runs containers only");
        add("models", service.models(), "a swarm runs containers only");
    }

    /** Those that are read in place of a restart policy are not ignored. */
    private @Nullable String restart() {
        String restart = service.restart();
        Deploy deploy = service.deploy();
        boolean read = restart != null
                && (restart.equals("always") || restart.equals("unless-stopped") || restart.startsWith("on-failure"));
        return read && (deploy == null || deploy.restartPolicy() == null) ? null : restart;
    }

    /** Those that the file does not say itself, but that other attributes imply, are told of there. */
    private Collection<String> dependsOn() {
        Set<String> own = new HashSet<>(service.dependsOn().keySet());
        service.links().forEach(link -> own.remove(link.split(":", 2)[0]));
        service.volumesFrom().forEach(from -> own.remove(from.split(":", 2)[0]));
        for (String mode : new String[] {service.networkMode(), service.ipc(), service.pid()}) {
            if (mode != null && mode.startsWith("service:")) {
                own.remove(mode.substring("service:".length()));
            }
        }
        return own;
    }

    private void resources() {
        add("blkio_config", service.blkioConfig(), LIMITS);
        add("cpu_count", service.cpuCount(), LIMITS);
        add("cpu_percent", service.cpuPercent(), LIMITS);
        add("cpu_period", service.cpuPeriod(), LIMITS);
        add("cpu_quota", service.cpuQuota(), LIMITS);
        add("cpu_rt_period", service.cpuRtPeriod(), LIMITS);
        add("cpu_rt_runtime", service.cpuRtRuntime(), LIMITS);
        add("cpu_shares", service.cpuShares(), LIMITS);
        add("cpuset", service.cpuset(), LIMITS);
        add("memswap_limit", service.memswapLimit(), LIMITS);
        add("mem_swappiness", service.memSwappiness(), LIMITS);
        add("oom_kill_disable", service.oomKillDisable(), NOT_THERE);
        add("shm_size", service.shmSize(), "mount a tmpfs on /dev/shm in place of it");
        add("storage_opt", service.storageOpt(), NOT_THERE);
        add("gpus", service.gpus(), "reserve deploy.resources.reservations.generic_resources in place of it");
    }

    private void surroundings() {
        add("annotations", service.annotations(), "use labels");
        add("cgroup", service.cgroup(), NOT_THERE);
        add("cgroup_parent", service.cgroupParent(), NOT_THERE);
        add("device_cgroup_rules", service.deviceCgroupRules(), NOT_THERE);
        add("devices", service.devices(), NOT_THERE);
        add("domainname", service.domainname(), "give hostname the whole name");
        add("ipc", service.ipc(), NOT_THERE);
        add("mac_address", service.macAddress(), NOT_THERE);
        add(
                "network_mode",
                service.networkMode(),
                "host".equals(service.networkMode())
                        ? "put the service on an external network of the name host"
                        : "put the service on networks");
        add("pid", service.pid(), NOT_THERE);
        add("privileged", service.privileged(), "add the capabilities it needs with cap_add");
        add("runtime", service.runtime(), NOT_THERE);
        add("security_opt", service.securityOpt(), NOT_THERE);
        add("use_api_socket", service.useApiSocket(), NOT_THERE);
        add("userns_mode", service.usernsMode(), NOT_THERE);
        add("uts", service.uts(), NOT_THERE);
        for (int i = 0; i < service.ports().size(); i++) {
            add("ports." + i + ".host_ip", service.ports().get(i).hostIp(), "a port is open at all addresses");
        }
    }

    private void deploy() {
        Deploy deploy = service.deploy();
        if (deploy != null) {
            devices("limits", deploy.resources().limits());
            devices("reservations", deploy.resources().reservations());
        }
    }

    private void devices(String part, @Nullable Resource resource) {
        if (resource != null) {
            add(
                    "deploy.resources." + part + ".devices",
                    resource.devices(),
                    "reserve generic_resources in place of it");
        }
    }

    private void networks() {
        for (Map.Entry<String, @Nullable NetworkAttachment> entry :
                service.networks().entrySet()) {
            NetworkAttachment attachment = entry.getValue();
            if (attachment != null) {
                String network = entry.getKey();
                String addresses = "it gives the containers their addresses";
                add(List.of("networks", network, "ipv4_address"), attachment.ipv4Address(), addresses);
                add(List.of("networks", network, "ipv6_address"), attachment.ipv6Address(), addresses);
                add(List.of("networks", network, "link_local_ips"), attachment.linkLocalIps(), addresses);
                add(List.of("networks", network, "mac_address"), attachment.macAddress(), addresses);
                add(List.of("networks", network, "interface_name"), attachment.interfaceName(), NOT_THERE);
                add(List.of("networks", network, "gw_priority"), attachment.gwPriority(), NOT_THERE);
                add(List.of("networks", network, "priority"), attachment.priority(), NOT_THERE);
            }
        }
    }

    private void engine(ApiVersion api) {
        if (!api.atLeast("1.46")) {
            add("oom_score_adj", service.oomScoreAdj(), "its engine is older than API 1.46");
        }
        Healthcheck check = service.healthcheck();
        if (check != null && !api.atLeast("1.44")) {
            add("healthcheck.start_interval", check.startInterval(), "its engine is older than API 1.44");
        }
    }

    private void add(String attribute, @Nullable Object value, String advice) {
        add(List.of(attribute.split("\\.")), value, advice);
    }

    private void add(List<String> attribute, @Nullable Object value, String advice) {
        boolean absent = value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (!absent) {
            List<String> path = new ArrayList<>(List.of("services", key));
            path.addAll(attribute);
            found.add(new IgnoredAttribute(List.copyOf(path), advice));
        }
    }
}
