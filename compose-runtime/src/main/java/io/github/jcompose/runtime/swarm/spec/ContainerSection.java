package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.CredentialSpec;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The container of each task of a service ({@code ContainerSpec}). */
final class ContainerSection {
    private static final String ALL = "ALL";

    private final ServiceContext context;
    private final Service service;

    ContainerSection(ServiceContext context) {
        this.context = context;
        this.service = context.service();
    }

    Fields fields() {
        FileSection files = new FileSection(context);
        Set<String> added = capabilities(service.capAdd());
        Set<String> dropped = capabilities(service.capDrop());
        dropped.removeAll(added);
        Duration grace = service.stopGracePeriod();
        Fields fields = new Fields()
                .always("Image", service.image())
                .always("Labels", context.stack().labels(service.labels()))
                .put("Command", service.entrypoint())
                .put("Args", service.command())
                .put("Hostname", service.hostname())
                .put("Env", environment())
                .put("Dir", service.workingDir())
                .put("User", service.user())
                .put("Groups", service.groupAdd())
                .always("Privileges", privileges(files))
                .put("StopSignal", service.stopSignal())
                .put("TTY", service.tty())
                .put("OpenStdin", service.stdinOpen())
                .put("ReadOnly", service.readOnly())
                .put("Mounts", new MountSection(context).mounts())
                .put("Healthcheck", healthcheck(service.healthcheck()))
                .put("Hosts", hosts())
                .put("DNSConfig", dns())
                .put("Secrets", files.secrets())
                .put("Configs", files.configs())
                .put("Isolation", service.isolation())
                .put("Sysctls", ServiceRequest.sorted(service.sysctls()))
                .put("CapabilityAdd", List.copyOf(added))
                .put("CapabilityDrop", List.copyOf(dropped))
                .put("Ulimits", ulimits())
                .put("OomScoreAdj", context.api().atLeast("1.46") ? service.oomScoreAdj() : null);
        if (grace != null) {
            // Zero is no default, but at once.
            fields.always("StopGracePeriod", grace.toNanos());
        }
        if (service.init() != null) {
            fields.always("Init", service.init());
        }
        return fields;
    }

    private List<String> environment() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(service.environment())
                .forEach((name, value) -> lines.add(value == null ? name : name + "=" + value));
        return lines;
    }

    private Map<String, @Nullable Object> privileges(FileSection files) {
        CredentialSpec spec = service.credentialSpec();
        Map<String, @Nullable Object> credentials = spec == null
                ? null
                : new Fields()
                        .put("Config", spec.config() == null ? null : files.credentialConfig(spec.config()))
                        .put("File", spec.file())
                        .put("Registry", spec.registry())
                        .map();
        return new Fields().always("CredentialSpec", credentials).map();
    }

    private static Set<String> capabilities(List<String> names) {
        TreeSet<String> full = new TreeSet<>();
        for (String name : names) {
            String upper = name.strip().toUpperCase(Locale.ROOT);
            full.add(upper.equals(ALL) || upper.startsWith("CAP_") ? upper : "CAP_" + upper);
        }
        if (full.contains(ALL)) {
            full.clear();
            full.add(ALL);
        }
        return full;
    }

    private @Nullable Map<String, @Nullable Object> healthcheck(@Nullable Healthcheck check) {
        if (check == null) {
            return null;
        }
        if (check.disable()) {
            return new Fields().always("Test", List.of("NONE")).map();
        }
        return new Fields()
                .put("Test", check.test())
                .put("Interval", nanos(check.interval()))
                .put("Timeout", nanos(check.timeout()))
                .put("Retries", check.retries())
                .put("StartPeriod", nanos(check.startPeriod()))
                .put("StartInterval", context.api().atLeast("1.44") ? nanos(check.startInterval()) : null)
                .map();
    }

    private static @Nullable Long nanos(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }

    /** As in a hosts file: the address first. */
    private List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        service.extraHosts().addresses().forEach((host, addresses) -> {
            for (String address : addresses) {
                hosts.add(address + " " + host);
            }
        });
        return hosts;
    }

    private Map<String, @Nullable Object> dns() {
        return new Fields()
                .put("Nameservers", service.dns())
                .put("Search", service.dnsSearch())
                .put("Options", service.dnsOpt())
                .map();
    }

    private List<Map<String, @Nullable Object>> ulimits() {
        List<Map<String, @Nullable Object>> limits = new ArrayList<>();
        new TreeMap<>(service.ulimits())
                .forEach((name, limit) -> limits.add(new Fields()
                        .always("Name", name)
                        .always("Hard", limit.hard())
                        .always("Soft", limit.soft())
                        .map()));
        return limits;
    }
}
