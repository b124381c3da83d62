package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.jcompose.kubernetes.extension.ProjectSettings;
import io.github.jcompose.kubernetes.extension.ServiceSettings;
import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversion: what all its parts look at, and what they add to. */
final class Conversion {
    /** The label that tells the pods of a service from those of others. */
    static final String NAME = "app.kubernetes.io/name";

    /** The label that tells the pods of a project from those of others. */
    static final String INSTANCE = "app.kubernetes.io/instance";

    private final Project project;
    private final Findings findings;
    private final Map<String, Set<String>> fileVariables;
    private final ProjectSettings settings;
    private final Map<String, ServiceSettings> serviceSettings = new LinkedHashMap<>();
    private final ServiceNames names;
    private final Pods pods;
    private final ServiceMounts mounts;
    private final List<Converted> objects = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Conversion(Project project, Map<String, Set<String>> fileVariables, Findings findings) {
        this.project = project;
        this.findings = findings;
        this.fileVariables = fileVariables;
        this.settings = ProjectSettings.of(project, findings);
        project.services()
                .forEach((name, service) -> serviceSettings.put(name, ServiceSettings.of(name, service, findings)));
        this.names = new ServiceNames(project, findings);
        this.pods = new Pods(project, findings);
        this.mounts = new ServiceMounts(project, pods, findings);
    }

    Project project() {
        return project;
    }

    Findings findings() {
        return findings;
    }

    ProjectSettings settings() {
        return settings;
    }

    ServiceSettings settings(String service) {
        ServiceSettings found = serviceSettings.get(service);
        if (found == null) {
            throw new IllegalArgumentException(service);
        }
        return found;
    }

    Service service(String name) {
        Service found = project.services().get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    /** {@return the variables of a service that come from its {@code env_file}} */
    Set<String> fileVariables(String service) {
        return fileVariables.getOrDefault(service, Set.of());
    }

    ObjectName name(String service) {
        return names.of(service);
    }

    Pods pods() {
        return pods;
    }

    ServiceMounts mounts() {
        return mounts;
    }

    WorkloadKind kind(String service) {
        return KindChoice.of(this, service);
    }

    void add(HasMetadata object, @Nullable String service) {
        objects.add(new Converted(object, service));
    }

    /** {@return the name, or one near to it that no object of the kind has yet} */
    ObjectName free(String kind, ObjectName name) {
        ObjectName free = name;
        for (int i = 2; !taken.add(kind + "/" + free); i++) {
            free = name.with(Integer.toString(i));
        }
        return free;
    }

    List<Converted> objects() {
        return objects;
    }

    /** {@return metadata of an object of the project} */
    ObjectMeta metadata(ObjectName name) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name.value());
        metadata.setNamespace(settings.namespace());
        metadata.setLabels(projectLabels());
        return metadata;
    }

    /** {@return metadata of an object of a service} */
    ObjectMeta metadata(ObjectName name, String service) {
        ObjectMeta metadata = metadata(name);
        metadata.setLabels(labels(service));
        return metadata;
    }

    /** {@return the labels that select the pods of a service} */
    Map<String, String> selector(String service) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(INSTANCE, instance());
        labels.put(NAME, name(pods.primary(service)).value());
        return labels;
    }

    private Map<String, String> labels(String service) {
        Map<String, String> labels = projectLabels();
        Map<String, String> sorted = new LinkedHashMap<>();
        sorted.put(INSTANCE, instance());
        sorted.put("app.kubernetes.io/managed-by", "jcompose");
        sorted.put(NAME, name(service).value());
        sorted.putAll(labels);
        return sorted;
    }

    private Map<String, String> projectLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(INSTANCE, instance());
        labels.put("app.kubernetes.io/managed-by", "jcompose");
        labels.put("app.kubernetes.io/part-of", instance());
        return labels;
    }

    private String instance() {
        return project.name().isEmpty()
                ? "default"
                : ObjectName.of(project.name()).value();
    }

    /** Notes what will not be as in the file, at an attribute of a service. */
    void warn(String service, Object attribute, String message, @Nullable String hint) {
        warn(List.of("services", service, attribute), message, hint);
    }

    void warn(List<Object> path, String message, @Nullable String hint) {
        findings.warn(path, message, hint);
    }
}
