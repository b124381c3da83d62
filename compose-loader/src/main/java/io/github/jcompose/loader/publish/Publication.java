package io.github.jcompose.loader.publish;

import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.loader.remote.ArtifactFile;
import io.github.jcompose.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A project as it goes into a registry.
 *
 * @param project what the files make together, with all profiles
 * @param files the compose files in their order, and then what they name
 * @param concerns what its owner should agree to first
 */
public record Publication(Project project, List<ArtifactFile> files, List<Concern> concerns) {
    /** What the override with the digests is called. */
    private static final String DIGESTS = "image-digests.yaml";

    public Publication {
        files = List.copyOf(files);
        concerns = List.copyOf(concerns);
    }

    /** {@return the concerns of a kind} */
    public List<Concern> concerns(Concern.Kind kind) {
        return concerns.stream().filter(concern -> concern.kind() == kind).toList();
    }

    /**
     * {@return this with one more compose file, which gives the services the images of that project}
     *
     * @param pinned the project with digests in place of tags
     */
    public Publication withImages(Project pinned) {
        Map<String, Object> services = new TreeMap<>();
        pinned.services().forEach((name, service) -> {
            if (service.image() != null) {
                services.put(name, Map.of("image", service.image()));
            }
        });
        List<ArtifactFile> more = new ArrayList<>(files);
        String text = ProjectWriter.yaml(Map.of("services", services));
        more.add(new ArtifactFile(ArtifactFile.Kind.COMPOSE, DIGESTS, text));
        return new Publication(project, more, concerns);
    }
}
