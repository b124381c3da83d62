package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Init containers that wait for what a service depends on. A pod is behind its Service only while it is ready, so that
 * a port that answers, or a name that resolves, tells that a healthcheck passes.
 */
final class Waits {
    private final Conversion conversion;
    private boolean forJobs;

    Waits(Conversion conversion) {
        this.conversion = conversion;
    }

    /** {@return whether one of the init containers asks the API server for the state of a job} */
    boolean areForJobs() {
        return forJobs;
    }

    List<Container> of(String name) {
        List<Container> containers = new ArrayList<>();
        for (Map.Entry<String, Dependency> entry :
                conversion.service(name).dependsOn().entrySet()) {
            String other = entry.getKey();
            boolean apart = conversion.pods().has(other)
                    && !conversion
                            .pods()
                            .primary(other)
                            .equals(conversion.pods().primary(name));
            if (apart) {
                containers.addAll(of(name, other, entry.getValue()));
            }
        }
        return containers;
    }

    private List<Container> of(String name, String other, Dependency dependency) {
        if (dependency.restart() && !isImplied(name, other)) {
            conversion.warn(
                    List.of("services", name, "depends_on", other, "restart"),
                    "pods are not restarted together with others",
                    null);
        }
        boolean job = conversion.kind(other) == WorkloadKind.JOB;
        ObjectName waiting =
                ObjectName.of("wait-for").with(conversion.name(other).value());
        if (dependency.condition() == DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY) {
            if (!job) {
                conversion.warn(
                        List.of("services", name, "depends_on", other),
                        "'" + other + "' is no job, so its end cannot be awaited",
                        "leave out its 'x-kubernetes.workload'");
                return List.of();
            }
            forJobs = true;
            return List.of(
                    kubectl(waiting.with("creation"), "create", other), kubectl(waiting, "condition=complete", other));
        }
        if (job) {
            if (dependency.condition() == DependencyCondition.SERVICE_HEALTHY) {
                conversion.warn(
                        List.of("services", name, "depends_on", other),
                        "'" + other + "' becomes a Job, which is never healthy; it is not awaited",
                        "wait for its end with 'service_completed_successfully'");
            }
            return List.of();
        }
        return List.of(new ContainerBuilder()
                .withName(waiting.value())
                .withImage(conversion.settings().waitImage())
                .withCommand("sh", "-c", script(other))
                .build());
    }

    /** Whether another attribute makes it a dependency, which then asks for restarts too. */
    private boolean isImplied(String name, String other) {
        Service service = conversion.service(name);
        return Stream.of(service.links(), service.volumesFrom())
                .flatMap(List::stream)
                .anyMatch(reference -> reference.equals(other) || reference.startsWith(other + ":"));
    }

    private String script(String other) {
        ObjectName host = conversion.name(other);
        Optional<Ports.Listening> port =
                conversion.pods().members(conversion.pods().primary(other)).contains(other)
                        ? Ports.of(conversion.service(other)).stream()
                                .filter(listening -> listening.protocol().equals("TCP"))
                                .findFirst()
                        : Optional.empty();
        return port.map(listening -> "until nc -z -w 2 " + host + " " + listening.number() + "; do sleep 1; done")
                .orElse("while nc -z -w 2 " + host
                        + " 1 2>&1 | grep -q -e 'bad address' -e getaddrinfo; do sleep 1; done");
    }

    private Container kubectl(ObjectName waiting, String condition, String other) {
        return new ContainerBuilder()
                .withName(waiting.value())
                .withImage(conversion.settings().kubectlImage())
                .withArgs("wait", "--for=" + condition, "--timeout=24h", "job/" + conversion.name(other))
                .build();
    }
}
