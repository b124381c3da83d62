package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.github.jcompose.kubernetes.extension.ServiceSettings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pods of a service and of those that share its network. */
final class PodTemplates {
    private static final int MOST_NAMESERVERS = 3;

    private final Conversion conversion;
    private final Set<String> jobWatchers;

    /**
     * @param jobWatchers takes the accounts of pods that wait for jobs
     */
    PodTemplates(Conversion conversion, Set<String> jobWatchers) {
        this.conversion = conversion;
        this.jobWatchers = jobWatchers;
    }

    PodTemplateSpec of(String primary, PodVolumes volumes, boolean stays) {
        PodSpec pod = new PodSpec();
        pod.setEnableServiceLinks(false);
        Waits waits = new Waits(conversion);
        List<Container> containers = new ArrayList<>();
        List<Container> init = new ArrayList<>();
        for (String name : conversion.pods().members(primary)) {
            Container container = new Containers(conversion, volumes, stays).of(name);
            containers.add(container);
            for (Container waiting : waits.of(name)) {
                if (init.stream().noneMatch(other -> other.getName().equals(waiting.getName()))) {
                    init.add(waiting);
                }
            }
            init.addAll(Hooks.beforeStart(conversion, name, container));
            Unsupported.warn(conversion, name);
        }
        pod.setInitContainers(init);
        pod.setContainers(containers);
        pod.setVolumes(volumes.volumes());
        account(primary, pod, waits.areForJobs());
        general(primary, conversion.service(primary), pod);
        network(conversion.service(primary), primary, pod);
        security(primary, pod, volumes.hasStorage());
        Placements.apply(conversion, primary, pod);
        PodTemplateSpec template = new PodTemplateSpec();
        template.setMetadata(metadata(primary));
        template.setSpec(pod);
        return template;
    }

    private ObjectMeta metadata(String primary) {
        Map<String, String> labels = new LinkedHashMap<>(
                conversion.metadata(conversion.name(primary), primary).getLabels());
        labels.putAll(NetworkPolicies.labels(conversion, primary));
        ObjectMeta metadata = new ObjectMeta();
        metadata.setLabels(labels);
        Map<String, String> annotations = new TreeMap<>();
        for (String name : conversion.pods().members(primary)) {
            annotations.putAll(Annotations.of(
                    conversion, name, "labels", conversion.service(name).labels()));
            annotations.putAll(Annotations.of(
                    conversion, name, "annotations", conversion.service(name).annotations()));
            annotations.putAll(conversion.settings(name).annotations());
        }
        metadata.setAnnotations(annotations);
        return metadata;
    }

    private void account(String primary, PodSpec pod, boolean watchesJobs) {
        String account = conversion.settings(primary).serviceAccount();
        if (watchesJobs) {
            String watcher = account == null ? JobWatching.NAME.value() : account;
            jobWatchers.add(watcher);
            pod.setServiceAccountName(watcher);
        } else if (account == null) {
            pod.setAutomountServiceAccountToken(false);
        } else {
            pod.setServiceAccountName(account);
        }
    }

    private void general(String primary, Service service, PodSpec pod) {
        Set<String> pullSecrets = new LinkedHashSet<>(conversion.settings().imagePullSecrets());
        for (String name : conversion.pods().members(primary)) {
            ServiceSettings settings = conversion.settings(name);
            pullSecrets.addAll(settings.imagePullSecrets());
        }
        pod.setImagePullSecrets(
                pullSecrets.stream().map(LocalObjectReference::new).toList());
        if (service.stopGracePeriod() != null) {
            pod.setTerminationGracePeriodSeconds((long) Seconds.of(service.stopGracePeriod()));
        }
        if (service.hostname() != null && !service.hostname().isEmpty()) {
            ObjectName hostname = ObjectName.of(service.hostname());
            if (!hostname.value().equals(service.hostname())) {
                conversion.warn(primary, "hostname", "becomes '" + hostname + "'", null);
            }
            pod.setHostname(hostname.value());
        }
        String runtime = service.runtime();
        if (runtime != null && !runtime.isEmpty() && !runtime.equals("runc")) {
            String name = ObjectName.of(runtime).value();
            pod.setRuntimeClassName(name);
            conversion.warn(primary, "runtime", "the cluster must have a RuntimeClass '" + name + "'", null);
        }
        boolean reaps = conversion.pods().members(primary).stream()
                .anyMatch(name -> Boolean.TRUE.equals(conversion.service(name).init())
                        || String.valueOf(conversion.service(name).pid()).startsWith("service:"));
        if (reaps) {
            pod.setShareProcessNamespace(true);
        }
        if ("host".equals(service.pid())) {
            pod.setHostPID(true);
        }
        if ("host".equals(service.ipc())) {
            pod.setHostIPC(true);
        }
        if ("host".equals(service.usernsMode())) {
            pod.setHostUsers(true);
        }
    }

    private void network(Service service, String primary, PodSpec pod) {
        if ("host".equals(service.networkMode())) {
            pod.setHostNetwork(true);
            pod.setDnsPolicy("ClusterFirstWithHostNet");
        }
        Map<String, List<String>> hosts = new TreeMap<>();
        service.extraHosts().addresses().forEach((host, addresses) -> {
            for (String address : addresses) {
                if (address.equals("host-gateway")) {
                    conversion.warn(
                            List.of("services", primary, "extra_hosts"),
                            "there is no 'host-gateway' in a cluster; '" + host + "' is left out",
                            null);
                } else {
                    hosts.computeIfAbsent(address, any -> new ArrayList<>()).add(host);
                }
            }
        });
        List<HostAlias> aliases = new ArrayList<>();
        hosts.forEach((address, names) -> aliases.add(new HostAlias(names, address)));
        pod.setHostAliases(aliases);
        if (!service.dns().isEmpty()
                || !service.dnsOpt().isEmpty()
                || !service.dnsSearch().isEmpty()) {
            PodDNSConfig dns = new PodDNSConfig();
            if (service.dns().size() > MOST_NAMESERVERS) {
                conversion.warn(primary, "dns", "a pod has three nameservers at most; the others are left out", null);
            }
            dns.setNameservers(service.dns().stream().limit(MOST_NAMESERVERS).toList());
            dns.setSearches(service.dnsSearch());
            List<PodDNSConfigOption> options = new ArrayList<>();
            for (String option : service.dnsOpt()) {
                String[] parts = option.split(":", 2);
                options.add(new PodDNSConfigOption(parts[0], parts.length > 1 ? parts[1] : null));
            }
            dns.setOptions(options);
            pod.setDnsConfig(dns);
        }
    }

    private void security(String primary, PodSpec pod, boolean storage) {
        PodSecurityContext context = new PodSecurityContext();
        boolean used = false;
        List<Long> groups = new ArrayList<>();
        List<Sysctl> sysctls = new ArrayList<>();
        for (String name : conversion.pods().members(primary)) {
            Service service = conversion.service(name);
            for (int i = 0; i < service.groupAdd().size(); i++) {
                Long group = Security.id(service.groupAdd().get(i));
                if (group == null) {
                    conversion.warn(
                            List.of("services", name, "group_add", i),
                            "Kubernetes takes numbers for groups, not '"
                                    + service.groupAdd().get(i) + "'",
                            null);
                } else if (!groups.contains(group)) {
                    groups.add(group);
                }
            }
            new TreeMap<>(service.sysctls()).forEach((key, value) -> sysctls.add(new Sysctl(key, value)));
        }
        context.setSupplementalGroups(groups);
        context.setSysctls(sysctls);
        used |= !groups.isEmpty() || !sysctls.isEmpty();
        Long owner = storage ? owner(conversion.service(primary).user()) : null;
        if (owner != null && owner != 0) {
            // Volumes of the engine belong to the user of the image; claimed storage belongs to root.
            context.setFsGroup(owner);
            used = true;
        }
        if (used) {
            pod.setSecurityContext(context);
        }
    }

    private static @Nullable Long owner(@Nullable String user) {
        return user == null || user.isEmpty() ? null : Security.id(user.substring(user.indexOf(':') + 1));
    }
}
