package io.github.jcompose.kubernetes.convert;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the objects of a project, in the order in which a cluster needs them. */
public final class ProjectConverter {
    private static final List<String> ORDER = List.of(
            "Namespace",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "Secret",
            "ConfigMap",
            "PersistentVolumeClaim",
            "Service",
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "Job",
            "HorizontalPodAutoscaler",
            "Ingress",
            "NetworkPolicy");

    private ProjectConverter() {}

    /**
     * {@return the objects by kind and name}
     *
     * @param fileVariables for each service the variables that come from its {@code env_file}
     * @param findings takes what cannot be expressed
     */
    public static List<Manifest> convert(Project project, Map<String, Set<String>> fileVariables, Findings findings) {
        Conversion conversion = new Conversion(project, fileVariables, findings);
        Namespace namespace = new Namespace();
        ObjectMeta metadata =
                conversion.metadata(new ObjectName(conversion.settings().namespace()));
        metadata.setNamespace(null);
        namespace.setMetadata(metadata);
        conversion.add(namespace, null);
        ConfigObjects.add(conversion);
        Set<String> jobWatchers = new LinkedHashSet<>();
        Claims claims = new Claims(conversion);
        Workloads workloads = new Workloads(conversion, jobWatchers, claims);
        conversion.pods().primaries().forEach(workloads::add);
        claims.add(workloads.claimedByTemplates());
        if (!jobWatchers.isEmpty()) {
            JobWatching.add(conversion, jobWatchers);
        }
        new ClusterServices(conversion).add();
        Publishing publishing = new Publishing(conversion);
        Ingresses ingresses = new Ingresses(conversion);
        Autoscalers autoscalers = new Autoscalers(conversion);
        for (String name : project.services().keySet()) {
            if (conversion.pods().has(name)) {
                publishing.add(name);
                ingresses.add(name);
                autoscalers.add(name);
            }
        }
        new NetworkPolicies(conversion).add();
        findings.throwIfAny();
        return manifests(conversion.objects());
    }

    private static List<Manifest> manifests(List<Converted> objects) {
        ObjectMapper mapper = new ObjectMapper();
        List<Manifest> manifests = new ArrayList<>();
        for (Converted converted : objects) {
            HasMetadata object = converted.object();
            Map<String, @Nullable Object> tree = mapper.convertValue(object, new TypeReference<>() {});
            manifests.add(new Manifest(
                    object.getApiVersion(),
                    object.getKind(),
                    object.getMetadata().getName(),
                    converted.service(),
                    ordered(tree)));
        }
        manifests.sort(Comparator.<Manifest>comparingInt(manifest -> ORDER.indexOf(manifest.kind()))
                .thenComparing(Manifest::name));
        return manifests;
    }

    private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        for (String first : List.of("apiVersion", "kind", "metadata", "type")) {
            if (tree.containsKey(first)) {
                ordered.put(first, tree.get(first));
            }
        }
        tree.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
