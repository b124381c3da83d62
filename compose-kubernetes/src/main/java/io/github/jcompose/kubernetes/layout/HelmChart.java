package io.github.jcompose.kubernetes.layout;

import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.kubernetes.yaml.Expression;
import io.github.jcompose.kubernetes.yaml.KubernetesYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Manifests as a Helm chart. What differs from place to place is a value: images, replicas, resources, storage, hosts
 * and secrets. The namespace is that of the release.
 */
public final class HelmChart {
    private static final String INSTANCE = "app.kubernetes.io/instance";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private HelmChart() {}

    /** {@return the files, sorted by path} */
    public static List<ManifestFile> of(String project, List<Manifest> objects) {
        HelmChart chart = new HelmChart();
        List<ManifestFile> files = new ArrayList<>();
        for (Manifest object : objects) {
            if (!object.kind().equals("Namespace")) {
                String text = KubernetesYaml.write(chart.template(object));
                files.add(new ManifestFile("templates/" + object.fileName(), text));
            }
        }
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("apiVersion", "v2");
        about.put("name", project.isEmpty() ? "project" : ObjectName.of(project).value());
        about.put("description", "Made of the compose project " + project);
        about.put("type", "application");
        about.put("version", "0.1.0");
        files.add(new ManifestFile("Chart.yaml", KubernetesYaml.write(about)));
        files.add(new ManifestFile("values.yaml", KubernetesYaml.write(chart.values)));
        files.sort(Comparator.comparing(ManifestFile::path));
        return files;
    }

    private Map<String, @Nullable Object> template(Manifest object) {
        Map<String, @Nullable Object> tree = escaped(Trees.copy(object.tree()));
        Map<String, @Nullable Object> metadata = Trees.mapping(tree, "metadata");
        if (metadata != null) {
            metadata.remove("namespace");
        }
        for (Map<String, @Nullable Object> subject : Trees.items(tree, "subjects")) {
            subject.put("namespace", new Expression("{{ .Release.Namespace }}"));
        }
        switch (object.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "Job" -> workload(object, tree);
            case "PersistentVolumeClaim" -> claim(object.name(), tree);
            case "Secret" -> secret(object, tree);
            case "Ingress" -> ingress(object, tree);
            default -> {
                // Nothing in it differs from place to place.
            }
        }
        return tree;
    }

    private void workload(Manifest object, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> spec = Trees.mapping(tree, "spec");
        if (spec != null && spec.get("replicas") != null) {
            spec.put("replicas", value(spec.get("replicas"), "", "services", object.name(), "replicas"));
        }
        Map<String, @Nullable Object> pod = Trees.mapping(tree, "spec", "template", "spec");
        for (Map<String, @Nullable Object> container : Trees.items(pod, "initContainers")) {
            String name = String.valueOf(container.get("name"));
            image(container, "services", object.name(), "initImages", name);
        }
        for (Map<String, @Nullable Object> container : Trees.items(pod, "containers")) {
            String name = String.valueOf(container.get("name"));
            image(container, "services", name, "image");
            Object resources = container.get("resources");
            container.put(
                    "resources",
                    value(resources == null ? Map.of() : resources, " | toJson", "services", name, "resources"));
        }
        for (Map<String, @Nullable Object> claim : Trees.items(spec, "volumeClaimTemplates")) {
            Map<String, @Nullable Object> metadata = Trees.mapping(claim, "metadata");
            claim(String.valueOf(metadata == null ? "" : metadata.get("name")), claim);
        }
    }

    private void image(Map<String, @Nullable Object> container, String... path) {
        container.put("image", value(container.get("image"), " | quote", path));
    }

    private void claim(String name, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> spec = Trees.mapping(tree, "spec");
        Map<String, @Nullable Object> requests = Trees.mapping(tree, "spec", "resources", "requests");
        if (requests != null) {
            requests.put("storage", value(requests.get("storage"), " | quote", "volumes", name, "size"));
        }
        if (spec != null) {
            // An empty class would ask for a volume without any; null asks for the cluster's default.
            Object storageClass = spec.get("storageClassName");
            spec.put("storageClassName", value(storageClass, " | toJson", "volumes", name, "storageClass"));
        }
    }

    private void secret(Manifest object, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> data = Trees.mapping(tree, "data");
        if (data != null) {
            data.replaceAll((key, content) -> value(content, " | quote", "secrets", object.name(), key));
        }
    }

    private void ingress(Manifest object, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> spec = Trees.mapping(tree, "spec");
        for (Map<String, @Nullable Object> rule : Trees.items(spec, "rules")) {
            if (rule.get("host") != null) {
                rule.put("host", value(rule.get("host"), " | quote", "ingress", object.name(), "host"));
            }
        }
        for (Map<String, @Nullable Object> tls : Trees.items(spec, "tls")) {
            if (tls.get("hosts") instanceof List<?> hosts && !hosts.isEmpty()) {
                tls.put("hosts", List.of(reference(" | quote", "ingress", object.name(), "host")));
            }
        }
    }

    /** Puts a value at a path of {@code values.yaml}, and returns what reads it from there. */
    private Expression value(@Nullable Object value, String pipe, String... path) {
        Map<String, @Nullable Object> at = values;
        for (int i = 0; i < path.length - 1; i++) {
            Map<String, @Nullable Object> next = Trees.mapping(at, path[i]);
            if (next == null) {
                next = new LinkedHashMap<>();
                at.put(path[i], next);
            }
            at = next;
        }
        at.put(path[path.length - 1], value);
        return reference(pipe, path);
    }

    private static Expression reference(String pipe, String... path) {
        StringBuilder keys = new StringBuilder();
        for (int i = 1; i < path.length; i++) {
            keys.append(" \"").append(path[i]).append('"');
        }
        return new Expression("{{ index .Values." + path[0] + keys + pipe + " }}");
    }

    /** Makes labels those of the release, and keeps text that looks like a template what it is. */
    private static Map<String, @Nullable Object> escaped(Map<String, @Nullable Object> tree) {
        tree.replaceAll((key, value) -> {
            if (key.equals(INSTANCE)) {
                return new Expression("{{ .Release.Name | quote }}");
            }
            return key.equals(MANAGED_BY) ? new Expression("{{ .Release.Service | quote }}") : escaped(value);
        });
        return tree;
    }

    private static @Nullable Object escaped(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, @Nullable Object> mapping = Trees.mapping(value);
            return mapping == null ? null : escaped(mapping);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(escaped(item)));
            return items;
        }
        return value instanceof String text ? text.replace("{{", "{{ `{{` }}") : value;
    }
}
