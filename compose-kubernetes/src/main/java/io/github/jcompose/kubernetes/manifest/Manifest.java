package io.github.jcompose.kubernetes.manifest;

import io.github.jcompose.kubernetes.yaml.KubernetesYaml;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param name unique among the objects of the kind
 * @param service the service of the compose file it belongs to; null if it is not of one service
 * @param tree all of the object: maps, lists, strings, numbers and booleans
 */
public record Manifest(
        String apiVersion,
        String kind,
        String name,
        @Nullable String service,
        Map<String, @Nullable Object> tree) {
    /** {@return the object as YAML, ending with a newline} */
    public String yaml() {
        return KubernetesYaml.write(tree);
    }

    /** {@return a name for a file of this object, such as {@code web-deployment.yaml}; a namespace sorts before all} */
    public String fileName() {
        String first = kind.equals("Namespace") ? "0-" : "";
        return first + name + "-" + kind.toLowerCase(Locale.ROOT) + ".yaml";
    }
}
