package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-kubernetes} at the top of a compose file.
 *
 * @param namespace the namespace of all objects; by default the project name
 * @param imagePullSecrets names of secrets with credentials of registries, for all services
 * @param storageClass the storage class of volumes that do not give one; null: the cluster's default
 * @param networkPolicies whether networks become NetworkPolicies
 * @param waitImage the image of init containers that wait for other services; it needs a shell, nc and nslookup
 * @param kubectlImage the image of init containers that wait for jobs
 */
public record ProjectSettings(
        String namespace,
        List<String> imagePullSecrets,
        @Nullable String storageClass,
        boolean networkPolicies,
        String waitImage,
        String kubectlImage) {
    /** The key of the extension. */
    public static final String KEY = "x-kubernetes";

    /** {@return the settings of the project; what is wrong with them is noted} */
    public static ProjectSettings of(Project project, Findings findings) {
        SettingsReader reader = SettingsReader.of(
                project.extensions().get(KEY),
                List.of(KEY),
                findings,
                "namespace",
                "imagePullSecrets",
                "storageClass",
                "networkPolicies",
                "waitImage",
                "kubectlImage");
        String namespace = reader.text("namespace");
        if (namespace != null && !ObjectName.of("n" + namespace).value().equals("n" + namespace)) {
            findings.error(
                    reader.path("namespace"),
                    "'" + namespace + "' is no name of a namespace",
                    "lower-case letters, digits and hyphens are possible");
        }
        String waitImage = reader.text("waitImage");
        String kubectlImage = reader.text("kubectlImage");
        return new ProjectSettings(
                namespace == null
                        ? ObjectName.of(project.name().isEmpty() ? "default" : project.name())
                                .value()
                        : namespace,
                reader.texts("imagePullSecrets"),
                reader.text("storageClass"),
                reader.flag("networkPolicies", true),
                waitImage == null ? "busybox:1.36" : waitImage,
                kubectlImage == null ? "registry.k8s.io/kubectl:v1.33.0" : kubectlImage);
    }
}
