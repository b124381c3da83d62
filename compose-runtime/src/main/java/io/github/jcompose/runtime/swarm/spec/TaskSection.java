package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.GenericResource;
import io.github.jcompose.model.Logging;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Placement;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each task of a service is made from ({@code TaskTemplate}). */
final class TaskSection {
    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);
    private static final Set<String> ADDRESSED_BY_ITS_HOST = Set.of("host", "none", "bridge");

    private final ServiceContext context;
    private final Service service;
    private final Deploy deploy;

    TaskSection(ServiceContext context) {
        this.context = context;
        this.service = context.service();
        this.deploy = ServiceRequest.deployOf(service);
    }

    Fields fields() {
        Fields resources = new Fields()
                .put("Limits", limits(deploy.resources().limits()))
                .put("Reservations", reservations(deploy.resources().reservations()));
        return new Fields()
                .always("ContainerSpec", new ContainerSection(context).fields().map())
                .always("Resources", resources.map())
                .put("RestartPolicy", restart())
                .always("Placement", placement())
                .put("Networks", networks())
                .put("LogDriver", logging(service.logging()))
                .always("ForceUpdate", 0);
    }

    private Map<String, @Nullable Object> limits(@Nullable Resource limits) {
        ByteSize memory = limits == null || limits.memory() == null ? service.memLimit() : limits.memory();
        float cpus = limits == null || limits.cpus() == 0 ? service.cpus() : limits.cpus();
        long pids = limits == null || limits.pids() == 0 ? service.pidsLimit() : limits.pids();
        return new Fields()
                .put("NanoCPUs", nanos(cpus))
                .put("MemoryBytes", bytes(memory))
                .put("Pids", Math.max(pids, 0))
                .map();
    }

    private Map<String, @Nullable Object> reservations(@Nullable Resource reservations) {
        if (reservations == null) {
            return new Fields()
                    .put("MemoryBytes", bytes(service.memReservation()))
                    .map();
        }
        List<Map<String, @Nullable Object>> generic = new ArrayList<>();
        for (GenericResource resource : reservations.genericResources()) {
            var discrete = resource.discreteResourceSpec();
            if (discrete != null) {
                generic.add(new Fields()
                        .always(
                                "DiscreteResourceSpec",
                                new Fields()
                                        .put("Kind", discrete.kind())
                                        .always("Value", discrete.value())
                                        .map())
                        .map());
            }
        }
        ByteSize memory = reservations.memory() == null ? service.memReservation() : reservations.memory();
        return new Fields()
                .put("NanoCPUs", nanos(reservations.cpus()))
                .put("MemoryBytes", bytes(memory))
                .put("GenericResources", generic)
                .map();
    }

    private static long nanos(float cpus) {
        // By its decimal digits: as a float 0.1 is a little more than it should be.
        return new BigDecimal(Float.toString(cpus))
                .multiply(NANO)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static long bytes(@Nullable ByteSize size) {
        return size == null ? 0 : size.bytes();
    }

    private Map<String, @Nullable Object> restart() {
        RestartPolicy policy = deploy.restartPolicy();
        if (policy != null) {
            return given(policy);
        }
        String restart = service.restart() == null ? "" : service.restart();
        String[] parts = restart.split(":", 2);
        return switch (parts[0]) {
            case "always", "unless-stopped" ->
                new Fields().put("Condition", "any").map();
            case "on-failure" ->
                new Fields()
                        .put("Condition", "on-failure")
                        .put("MaxAttempts", parts.length == 1 ? 0 : attempts(parts[1]))
                        .map();
            // A job must not be restarted whenever it ends, which is the default.
            default -> Map.of();
        };
    }

    /** What is given as zero is no default. */
    private Map<String, @Nullable Object> given(RestartPolicy policy) {
        Fields fields = new Fields().put("Condition", condition(policy.condition()));
        if (policy.delay() != null) {
            fields.always("Delay", policy.delay().toNanos());
        }
        if (policy.maxAttempts() != null) {
            fields.always("MaxAttempts", policy.maxAttempts());
        }
        if (policy.window() != null) {
            fields.always("Window", policy.window().toNanos());
        }
        return fields.map();
    }

    private @Nullable String condition(@Nullable String condition) {
        if (condition != null
                && !condition.isEmpty()
                && !Set.of("none", "on-failure", "any").contains(condition)) {
            throw context.invalid(
                    "deploy.restart_policy.condition",
                    "unknown condition '" + condition + "'; expected none, on-failure or any");
        }
        return condition;
    }

    private long attempts(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw context.invalid("restart", "'" + text + "' is no number of attempts");
        }
    }

    private Map<String, @Nullable Object> placement() {
        Placement placement = deploy.placement();
        List<Map<String, Object>> preferences = new ArrayList<>();
        placement.preferences().forEach(preference -> {
            if (preference.spread() != null) {
                preferences.add(Map.of("Spread", Map.of("SpreadDescriptor", preference.spread())));
            }
        });
        return new Fields()
                .put("Constraints", placement.constraints())
                .put("Preferences", preferences)
                .put("MaxReplicas", placement.maxReplicasPerNode())
                .put("Platforms", platforms(service.platform()))
                .map();
    }

    private static List<Map<String, String>> platforms(@Nullable String platform) {
        if (platform == null || platform.isEmpty()) {
            return List.of();
        }
        String[] parts = platform.split("/", 3);
        return List.of(
                parts.length == 1
                        ? Map.of("OS", parts[0])
                        : new TreeMap<>(Map.of("OS", parts[0], "Architecture", parts[1])));
    }

    private List<Map<String, @Nullable Object>> networks() {
        Map<String, Map<String, @Nullable Object>> byName = new TreeMap<>();
        service.networks().forEach((key, attachment) -> {
            Network network = context.stack().network(context.key(), key);
            String name = context.stack().nameOf(key, network.name(), network.external());
            byName.put(name, attachment(name, attachment));
        });
        return new ArrayList<>(byName.values());
    }

    private Map<String, @Nullable Object> attachment(String name, @Nullable NetworkAttachment attachment) {
        List<String> aliases = new ArrayList<>();
        if (!ADDRESSED_BY_ITS_HOST.contains(name)) {
            if (attachment != null) {
                aliases.addAll(attachment.aliases());
            }
            aliases.add(context.key());
        }
        return new Fields()
                .always("Target", name)
                .put("Aliases", aliases)
                .put("DriverOpts", attachment == null ? null : attachment.driverOpts())
                .map();
    }

    private static Map<String, @Nullable Object> logging(@Nullable Logging logging) {
        return logging == null
                ? Map.of()
                : new Fields()
                        .put("Name", logging.driver())
                        .put("Options", logging.options())
                        .map();
    }
}
