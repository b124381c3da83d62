package io.github.jcompose.kubernetes;

import io.github.jcompose.kubernetes.convert.ProjectConverter;
import io.github.jcompose.kubernetes.layout.HelmChart;
import io.github.jcompose.kubernetes.layout.Kustomization;
import io.github.jcompose.kubernetes.layout.PlainFiles;
import io.github.jcompose.kubernetes.manifest.Finding;
import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project as Kubernetes objects.
 *
 * <pre>{@code
 * Manifests manifests = Manifests.of(ComposeLoader.load(Path.of("compose.yaml")));
 * manifests.warnings().forEach(warning -> log.warn(warning.render()));
 * Files.writeString(Path.of("shop.yaml"), manifests.stream());
 * }</pre>
 *
 * @param project the name of the project
 * @param objects in the order in which a cluster needs them
 * @param warnings what cannot be expressed
 */
public record Manifests(String project, List<Manifest> objects, List<Finding> warnings) {
    public Manifests {
        objects = List.copyOf(objects);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the objects of a project}
     *
     * @throws io.github.jcompose.kubernetes.manifest.ConversionException if a setting of {@code x-kubernetes} or the
     *     file of a config or secret is wrong
     */
    public static Manifests of(Project project) {
        return of(project, Map.of());
    }

    /**
     * {@return the objects of a project}
     *
     * @param fileVariables for each service the variables that come from its {@code env_file}, which become ConfigMaps
     *     and Secrets; a loaded project has them among all the others
     * @throws io.github.jcompose.kubernetes.manifest.ConversionException if a setting of {@code x-kubernetes} or the
     *     file of a config or secret is wrong
     */
    public static Manifests of(Project project, Map<String, Set<String>> fileVariables) {
        Findings findings = new Findings();
        List<Manifest> objects = ProjectConverter.convert(project, fileVariables, findings);
        return new Manifests(project.name(), objects, findings.warnings());
    }

    /** {@return all objects as one stream of YAML documents} */
    public String stream() {
        return PlainFiles.stream(objects);
    }

    /** {@return the files of a layout, sorted by path} */
    public List<ManifestFile> files(Layout layout) {
        return switch (layout) {
            case YAML -> PlainFiles.of(objects);
            case STREAM -> List.of(new ManifestFile(project + ".yaml", stream()));
            case KUSTOMIZE -> Kustomization.of(objects);
            case HELM -> HelmChart.of(project, objects);
        };
    }
}
