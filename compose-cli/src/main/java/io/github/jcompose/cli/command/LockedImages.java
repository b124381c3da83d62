package io.github.jcompose.cli.command;

import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.CanonicalTree;
import io.github.jcompose.model.Form;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** What remains of a project to be put on top of its files, so that they always run the same images. */
final class LockedImages {
    private LockedImages() {}

    /**
     * {@return the images of the project, as an override file}
     *
     * @param project with digests
     */
    static String of(Invocation call, Project project, boolean json) {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((name, service) -> {
            if (service.preStart().stream().anyMatch(hook -> hook.image() != null)) {
                call.view().warn("services." + name + ": the images of pre_start cannot be locked by an override file");
            }
            if (service.image() != null) {
                services.put(name, locked(service));
            }
        });
        Project locked = Project.builder().name("").services(services).build();
        if (json) {
            return ProjectWriter.json(locked) + "\n";
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        CanonicalTree.of(locked, Form.YAML).forEach((key, value) -> {
            if (!key.equals("name") && value != null) {
                tree.put(key, value);
            }
        });
        return ProjectWriter.yaml(tree);
    }

    private static Service locked(Service service) {
        return Service.builder()
                .image(service.image())
                .volumes(service.volumes().stream()
                        .filter(mount -> "image".equals(mount.type()))
                        .toList())
                .build();
    }
}
