package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Chooses what runs the pods of a service. */
final class KindChoice {
    private KindChoice() {}

    static WorkloadKind of(Conversion conversion, String name) {
        String primary = conversion.pods().primary(name);
        String asked = conversion.settings(primary).workload();
        if (asked != null) {
            return WorkloadKind.of(asked);
        }
        Service service = conversion.service(primary);
        String mode = service.deploy() == null ? null : service.deploy().mode();
        if ("global".equals(mode)) {
            return WorkloadKind.DAEMON_SET;
        }
        if ("replicated-job".equals(mode) || "global-job".equals(mode) || runsOnce(service)) {
            return WorkloadKind.JOB;
        }
        if (isAwaited(conversion, primary)) {
            return WorkloadKind.JOB;
        }
        return conversion.mounts().isOnlyWriter(primary) ? WorkloadKind.STATEFUL_SET : WorkloadKind.DEPLOYMENT;
    }

    private static boolean runsOnce(Service service) {
        Deploy deploy = service.deploy();
        if (deploy != null
                && deploy.restartPolicy() != null
                && deploy.restartPolicy().condition() != null) {
            return deploy.restartPolicy().condition().equals("none");
        }
        return "no".equals(service.restart());
    }

    /** Whether another service waits for its end. */
    private static boolean isAwaited(Conversion conversion, String name) {
        return conversion.project().services().values().stream()
                .map(service -> service.dependsOn().get(name))
                .anyMatch(KindChoice::isForEnd);
    }

    private static boolean isForEnd(@Nullable Dependency dependency) {
        return dependency != null && dependency.condition() == DependencyCondition.SERVICE_COMPLETED_SUCCESSFULLY;
    }
}
