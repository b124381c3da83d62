package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.UpdateConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs the pods. */
final class Workloads {
    private final Conversion conversion;
    private final PodTemplates templates;
    private final Claims claims;
    private final Set<String> claimedByTemplates = new LinkedHashSet<>();

    Workloads(Conversion conversion, Set<String> jobWatchers, Claims claims) {
        this.conversion = conversion;
        this.templates = new PodTemplates(conversion, jobWatchers);
        this.claims = claims;
    }

    /** {@return the volumes that StatefulSets claim one by one} */
    Set<String> claimedByTemplates() {
        return claimedByTemplates;
    }

    /** Adds the workload of the pod that is named after this service. */
    void add(String name) {
        WorkloadKind kind = conversion.kind(name);
        Service service = conversion.service(name);
        PodVolumes volumes = new PodVolumes(conversion, name, kind);
        PodTemplateSpec pod = templates.of(name, volumes, kind != WorkloadKind.JOB);
        claimedByTemplates.addAll(volumes.claimTemplates());
        HasMetadata workload = switch (kind) {
            case DEPLOYMENT -> deployment(name, service, pod);
            case STATEFUL_SET -> statefulSet(name, service, pod, volumes);
            case DAEMON_SET -> daemonSet(name, pod);
            case JOB -> job(name, service, pod);
        };
        ObjectMeta metadata = conversion.metadata(conversion.name(name), name);
        Deploy deploy = service.deploy();
        if (deploy != null && !deploy.labels().isEmpty()) {
            metadata.setAnnotations(Annotations.of(conversion, name, "deploy", deploy.labels()));
        }
        workload.setMetadata(metadata);
        conversion.add(workload, name);
    }

    private @Nullable Integer replicas(String name, Service service) {
        return conversion.settings(name).autoscaling() == null ? service.replicas() : null;
    }

    private LabelSelector selector(String name) {
        return new LabelSelector(null, conversion.selector(name));
    }

    private Deployment deployment(String name, Service service, PodTemplateSpec pod) {
        DeploymentSpec spec = new DeploymentSpec();
        spec.setReplicas(replicas(name, service));
        spec.setSelector(selector(name));
        spec.setTemplate(pod);
        UpdateConfig update = service.deploy() == null ? null : service.deploy().updateConfig();
        if (update != null) {
            long parallelism = update.parallelism() == null ? 1 : update.parallelism();
            spec.setStrategy(strategy(parallelism, "start-first".equals(update.order())));
            spec.setMinReadySeconds(update.delay() == null ? null : Seconds.of(update.delay()));
        }
        Deployment deployment = new Deployment();
        deployment.setSpec(spec);
        return deployment;
    }

    private static DeploymentStrategy strategy(long parallelism, boolean startFirst) {
        // A swarm takes 0 for all at once.
        IntOrString step = parallelism == 0 ? new IntOrString("100%") : new IntOrString((int) parallelism);
        IntOrString none = new IntOrString(0);
        RollingUpdateDeployment rolling = new RollingUpdateDeployment();
        rolling.setMaxSurge(startFirst ? step : none);
        rolling.setMaxUnavailable(startFirst ? none : step);
        DeploymentStrategy strategy = new DeploymentStrategy();
        strategy.setType("RollingUpdate");
        strategy.setRollingUpdate(rolling);
        return strategy;
    }

    private StatefulSet statefulSet(String name, Service service, PodTemplateSpec pod, PodVolumes volumes) {
        StatefulSetSpec spec = new StatefulSetSpec();
        spec.setReplicas(replicas(name, service));
        spec.setSelector(selector(name));
        spec.setServiceName(conversion.name(name).value());
        spec.setTemplate(pod);
        spec.setVolumeClaimTemplates(
                volumes.claimTemplates().stream().map(claims::template).toList());
        if (service.replicas() > 1 && !volumes.claimTemplates().isEmpty()) {
            conversion.warn(
                    List.of("services", name, "volumes"),
                    "each of the " + service.replicas() + " pods gets a volume of its own",
                    "with 'x-kubernetes.workload: Deployment' they share one");
        }
        StatefulSet set = new StatefulSet();
        set.setSpec(spec);
        return set;
    }

    private DaemonSet daemonSet(String name, PodTemplateSpec pod) {
        DaemonSetSpec spec = new DaemonSetSpec();
        spec.setSelector(selector(name));
        spec.setTemplate(pod);
        DaemonSet set = new DaemonSet();
        set.setSpec(spec);
        return set;
    }

    private Job job(String name, Service service, PodTemplateSpec pod) {
        JobSpec spec = new JobSpec();
        Deploy deploy = service.deploy();
        String mode = deploy == null ? null : deploy.mode();
        if ("global-job".equals(mode)) {
            conversion.warn(List.of("services", name, "deploy", "mode"), "a Job runs once, not on every node", null);
        }
        if (service.replicas() > 1) {
            spec.setCompletions(service.replicas());
            spec.setParallelism(service.replicas());
        }
        RestartPolicy policy = deploy == null ? null : deploy.restartPolicy();
        Integer attempts = attempts(service, policy);
        spec.setBackoffLimit(attempts);
        pod.getSpec().setRestartPolicy(attempts != null && attempts == 0 ? "Never" : "OnFailure");
        spec.setTemplate(pod);
        Job job = new Job();
        job.setSpec(spec);
        return job;
    }

    /** {@return how often a failed pod is tried again; null: as often as the cluster likes} */
    private static @Nullable Integer attempts(Service service, @Nullable RestartPolicy policy) {
        if (policy != null && policy.condition() != null && !policy.condition().equals("none")) {
            return policy.maxAttempts() == null ? null : policy.maxAttempts().intValue();
        }
        String restart = service.restart() == null || policy != null ? "no" : service.restart();
        if (restart.startsWith("on-failure:")) {
            try {
                return Integer.valueOf(restart.substring("on-failure:".length()));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return restart.equals("no") ? 0 : null;
    }
}
