package io.github.jcompose.runtime.project;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The labels that things of a project carry: the user's, and over them those that identify it. */
public final class LabelSet {
    private final Project project;
    private final List<Path> environmentFiles;

    /**
     * @param environmentFiles the {@code --env-file}s that the user gave
     */
    public LabelSet(Project project, List<Path> environmentFiles) {
        this.project = project;
        this.environmentFiles = environmentFiles;
    }

    /**
     * {@return the labels of a container of a service, without a number}
     *
     * @param configHash the hash of the service with its references resolved
     * @param image the identity of the image; null if it is not known
     */
    public Map<String, String> container(
            String key, Service service, String configHash, @Nullable String image, boolean oneOff) {
        Map<String, String> labels = basic(service.labels());
        labels.put(Labels.SERVICE, key);
        labels.put(Labels.CONFIG_HASH, configHash);
        labels.put(Labels.ONE_OFF, oneOff ? Labels.YES : Labels.NO);
        labels.put(Labels.DEPENDS_ON, dependsOn(service));
        if (image != null) {
            labels.put(Labels.IMAGE, image);
        }
        Path workingDir = project.workingDir();
        labels.put(Labels.WORKING_DIR, workingDir == null ? "" : workingDir.toString());
        labels.put(Labels.CONFIG_FILES, joined(project.composeFiles()));
        if (!environmentFiles.isEmpty()) {
            labels.put(Labels.ENVIRONMENT_FILE, joined(environmentFiles));
        }
        return labels;
    }

    /** {@return the labels of a network} */
    public Map<String, String> network(String key, Network network) {
        Map<String, String> labels = basic(network.labels());
        labels.put(Labels.NETWORK, key);
        labels.put(Labels.CONFIG_HASH, ConfigHash.of(network));
        return labels;
    }

    /** {@return the labels of a volume} */
    public Map<String, String> volume(String key, Volume volume) {
        Map<String, String> labels = basic(volume.labels());
        labels.put(Labels.VOLUME, key);
        labels.put(Labels.CONFIG_HASH, ConfigHash.of(volume));
        return labels;
    }

    private Map<String, String> basic(Map<String, String> own) {
        Map<String, String> labels = new TreeMap<>(own);
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.VERSION, Labels.COMPATIBLE_VERSION);
        return labels;
    }

    private static String dependsOn(Service service) {
        return new TreeMap<>(service.dependsOn())
                .entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue().condition() + ":"
                                + e.getValue().restart())
                        .collect(Collectors.joining(","));
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(","));
    }
}
