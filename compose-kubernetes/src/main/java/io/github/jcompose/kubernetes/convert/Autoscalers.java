package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import io.github.jcompose.kubernetes.extension.Autoscaling;
import io.github.jcompose.kubernetes.extension.ProjectSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services that get as many pods as their load asks for. */
final class Autoscalers {
    private final Conversion conversion;

    Autoscalers(Conversion conversion) {
        this.conversion = conversion;
    }

    void add(String name) {
        Autoscaling scaling = conversion.settings(name).autoscaling();
        if (scaling == null) {
            return;
        }
        WorkloadKind kind = conversion.kind(name);
        if (kind == WorkloadKind.JOB || kind == WorkloadKind.DAEMON_SET) {
            conversion
                    .findings()
                    .error(
                            List.of("services", name, ProjectSettings.KEY, "autoscaling"),
                            "a " + kind.kind() + " cannot be scaled",
                            "leave it out, or make it a Deployment");
            return;
        }
        List<MetricSpec> metrics = new ArrayList<>();
        add(metrics, "cpu", scaling.cpu());
        add(metrics, "memory", scaling.memory());
        HorizontalPodAutoscalerSpec spec = new HorizontalPodAutoscalerSpec();
        spec.setMinReplicas(scaling.min());
        spec.setMaxReplicas(scaling.max());
        spec.setMetrics(metrics);
        spec.setScaleTargetRef(new CrossVersionObjectReference(
                "apps/v1", kind.kind(), conversion.name(name).value()));
        HorizontalPodAutoscaler scaler = new HorizontalPodAutoscaler();
        scaler.setMetadata(conversion.metadata(conversion.name(name), name));
        scaler.setSpec(spec);
        conversion.add(scaler, name);
    }

    private static void add(List<MetricSpec> metrics, String resource, @Nullable Integer percent) {
        if (percent == null) {
            return;
        }
        MetricTarget target = new MetricTarget();
        target.setType("Utilization");
        target.setAverageUtilization(percent);
        MetricSpec metric = new MetricSpec();
        metric.setType("Resource");
        metric.setResource(new ResourceMetricSource(resource, target));
        metrics.add(metric);
    }
}
