package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.UpdateConfig;
import io.github.jcompose.runtime.create.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The specification of a service of a swarm ({@code POST /services/create}), as the docker command makes it from the
 * same file, so that neither of the two restarts what the other one has deployed.
 */
public final class ServiceRequest {
    private static final Deploy NOTHING = Deploy.builder().build();

    private final ServiceContext context;
    private final Service service;
    private final Deploy deploy;

    private ServiceRequest(ServiceContext context) {
        this.context = context;
        this.service = context.service();
        this.deploy = deployOf(service);
    }

    static Deploy deployOf(Service service) {
        return service.deploy() == null ? NOTHING : service.deploy();
    }

    /**
     * {@return the specification}
     *
     * @throws ComposeException if a swarm cannot run the service
     */
    public static Map<String, @Nullable Object> of(ServiceContext context) {
        return new ServiceRequest(context).body();
    }

    private Map<String, @Nullable Object> body() {
        String image = service.image();
        if (image == null || image.isEmpty()) {
            throw context.invalid(
                    "image",
                    service.buildSpec() == null
                            ? "the service has no image"
                            : "the service has no image; a swarm does not build: give the image that is built a name,"
                                    + " build it and push it to a registry");
        }
        Map<String, String> labels = context.stack().labels(deploy.labels());
        labels.put(Stack.IMAGE, image);
        return new Fields()
                .always("Name", context.stack().scoped(context.key()))
                .always("Labels", labels)
                .always("TaskTemplate", new TaskSection(context).fields().map())
                .always("Mode", mode())
                .put("UpdateConfig", update("update_config", deploy.updateConfig()))
                .put("RollbackConfig", update("rollback_config", deploy.rollbackConfig()))
                .always("EndpointSpec", endpoint())
                .map();
    }

    private Map<String, Object> mode() {
        String mode = deploy.mode() == null || deploy.mode().isEmpty() ? "replicated" : deploy.mode();
        Integer replicas = service.scale() == null ? deploy.replicas() : service.scale();
        return switch (mode) {
            case "replicated" ->
                Map.of("Replicated", replicas == null ? Map.of("Replicas", 1) : Map.of("Replicas", replicas));
            case "replicated-job" -> {
                int count = replicas == null ? 1 : replicas;
                yield Map.of("ReplicatedJob", Map.of("MaxConcurrent", count, "TotalCompletions", count));
            }
            case "global", "global-job" -> {
                if (replicas != null) {
                    throw context.invalid(
                            "deploy.replicas",
                            "a service of mode '" + mode + "' has one task on each node; leave the number out");
                }
                yield Map.of(mode.equals("global") ? "Global" : "GlobalJob", Map.of());
            }
            default ->
                throw context.invalid(
                        "deploy.mode",
                        "unknown mode '" + mode + "'; expected replicated, global, replicated-job or global-job");
        };
    }

    private Map<String, @Nullable Object> update(String attribute, @Nullable UpdateConfig config) {
        if (config == null) {
            return Map.of();
        }
        Duration delay = config.delay();
        Duration monitor = config.monitor();
        String action = config.failureAction();
        List<String> actions = attribute.startsWith("rollback")
                ? List.of("pause", "continue")
                : List.of("pause", "continue", "rollback");
        if (action != null && !actions.contains(action)) {
            throw context.invalid(
                    "deploy." + attribute + ".failure_action",
                    "unknown action '" + action + "'; expected " + String.join(", ", actions));
        }
        return new Fields()
                .always("Parallelism", config.parallelism() == null ? 1 : config.parallelism())
                .put("Delay", delay == null ? null : delay.toNanos())
                .put("FailureAction", action)
                .put("Monitor", monitor == null ? null : monitor.toNanos())
                .always("MaxFailureRatio", ratio(config.maxFailureRatio()))
                .put("Order", config.order())
                .map();
    }

    /** A float as it was written, and not as it is when it is made a double. */
    private static Number ratio(float ratio) {
        return ratio == 0 ? (Number) 0 : (Number) Double.parseDouble(Float.toString(ratio));
    }

    private Map<String, @Nullable Object> endpoint() {
        List<Map<String, @Nullable Object>> ports = new ArrayList<>();
        for (Port port : service.ports()) {
            ports.add(port(port));
        }
        ports.sort(Comparator.comparingInt(p -> p.get("PublishedPort") instanceof Integer number ? number : 0));
        return new Fields()
                .put("Mode", deploy.endpointMode())
                .put("Ports", ports)
                .map();
    }

    private Map<String, @Nullable Object> port(Port port) {
        String protocol = port.protocol();
        String mode = port.mode();
        return new Fields()
                .always("Protocol", protocol == null || protocol.isEmpty() ? "tcp" : protocol.toLowerCase(Locale.ROOT))
                .always("TargetPort", port.target())
                .put("PublishedPort", published(port))
                .always("PublishMode", mode == null || mode.isEmpty() ? "ingress" : mode)
                .map();
    }

    private int published(Port port) {
        String published = port.published();
        if (published == null || published.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(published);
        } catch (NumberFormatException e) {
            throw context.invalid(
                    "ports",
                    "a swarm publishes on one port, not on one of '" + published + "'; leave it out for any free one");
        }
    }

    static Map<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}
