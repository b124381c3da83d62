package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-kubernetes} of a service.
 *
 * @param workload Deployment, StatefulSet, DaemonSet or Job; null: as the service asks for
 * @param publish the type of the Service of published ports: LoadBalancer, NodePort, ClusterIP or none; null: not said
 * @param serviceAccount the account that the pods run as; null: none that can do anything
 * @param imagePullSecrets names of secrets with credentials of registries
 * @param ingress the ways in from outside
 * @param autoscaling how many pods there are; null: a fixed number
 * @param annotations further annotations of the pods
 */
public record ServiceSettings(
        @Nullable String workload,
        @Nullable String publish,
        @Nullable String serviceAccount,
        List<String> imagePullSecrets,
        List<IngressRoute> ingress,
        @Nullable Autoscaling autoscaling,
        Map<String, String> annotations) {

    /** {@return the settings of a service; what is wrong with them is noted} */
    public static ServiceSettings of(String name, Service service, Findings findings) {
        SettingsReader reader = SettingsReader.of(
                service.extensions().get(ProjectSettings.KEY),
                List.of("services", name, ProjectSettings.KEY),
                findings,
                "workload",
                "publish",
                "serviceAccount",
                "imagePullSecrets",
                "ingress",
                "autoscaling",
                "annotations");
        List<IngressRoute> routes = new ArrayList<>();
        Object ingress = reader.value("ingress");
        List<Object> path = reader.path("ingress");
        if (ingress instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                routes.add(IngressRoute.of(list.get(i), SettingsReader.with(path, i), findings));
            }
        } else if (ingress != null) {
            routes.add(IngressRoute.of(ingress, path, findings));
        }
        return new ServiceSettings(
                reader.oneOf("workload", "Deployment", "StatefulSet", "DaemonSet", "Job"),
                reader.oneOf("publish", "LoadBalancer", "NodePort", "ClusterIP", "none"),
                reader.text("serviceAccount"),
                reader.texts("imagePullSecrets"),
                routes,
                reader.has("autoscaling")
                        ? Autoscaling.of(reader.value("autoscaling"), reader.path("autoscaling"), findings)
                        : null,
                reader.pairs("annotations"));
    }
}
