package io.github.jcompose.kubernetes.layout;

import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.kubernetes.yaml.KubernetesYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Manifests as a base of Kustomize, and an overlay that shows what to change where: image tags and replicas. */
public final class Kustomization {
    private static final String OVERLAY = "overlays/production/kustomization.yaml";

    private Kustomization() {}

    /** {@return the files, sorted by path} */
    public static List<ManifestFile> of(List<Manifest> objects) {
        List<ManifestFile> files = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ManifestFile file : PlainFiles.of(objects)) {
            names.add(file.path());
            files.add(new ManifestFile("base/" + file.path(), file.text()));
        }
        files.add(new ManifestFile("base/kustomization.yaml", KubernetesYaml.write(kustomization(names))));
        files.add(new ManifestFile(OVERLAY, KubernetesYaml.write(overlay(objects))));
        files.sort(Comparator.comparing(ManifestFile::path));
        return files;
    }

    private static Map<String, @Nullable Object> kustomization(List<String> resources) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        tree.put("kind", "Kustomization");
        tree.put("resources", resources);
        return tree;
    }

    private static Map<String, @Nullable Object> overlay(List<Manifest> objects) {
        Map<String, @Nullable Object> tree = kustomization(List.of("../../base"));
        Map<String, Object> images = new TreeMap<>();
        List<Object> replicas = new ArrayList<>();
        for (Manifest object : objects) {
            for (Map<String, @Nullable Object> container : Trees.containers(object.tree())) {
                String image = String.valueOf(container.get("image"));
                images.putIfAbsent(image, image(image));
            }
            Map<String, @Nullable Object> spec = Trees.mapping(object.tree(), "spec");
            Object count = spec == null ? null : spec.get("replicas");
            if (count != null) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", object.name());
                entry.put("count", count);
                replicas.add(entry);
            }
        }
        List<Object> tags = new ArrayList<>(images.values());
        tree.put("images", tags);
        if (!replicas.isEmpty()) {
            tree.put("replicas", replicas);
        }
        return tree;
    }

    private static Map<String, String> image(String reference) {
        Map<String, String> entry = new LinkedHashMap<>();
        int at = reference.indexOf('@');
        int colon = reference.lastIndexOf(':');
        if (at >= 0) {
            entry.put("name", reference.substring(0, at));
            entry.put("digest", reference.substring(at + 1));
        } else if (colon > reference.lastIndexOf('/')) {
            entry.put("name", reference.substring(0, colon));
            entry.put("newTag", reference.substring(colon + 1));
        } else {
            entry.put("name", reference);
            entry.put("newTag", "latest");
        }
        return entry;
    }
}
