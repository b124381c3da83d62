package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The images that services mount: volumes of the type {@code image}. */
public final class ImageVolumes {
    private ImageVolumes() {}

    /** {@return the project with images in place of services that such volumes name; from that, hashes are computed} */
    public static Project resolved(Project project) {
        if (project.services().values().stream()
                .allMatch(service -> images(service).isEmpty())) {
            return project;
        }
        Names names = Names.of(project);
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> service.toBuilder()
                .volumes(resolved(service.volumes(), project, names))
                .build());
        return project.toBuilder().services(services).build();
    }

    private static List<Mount> resolved(List<Mount> mounts, Project project, Names names) {
        return mounts.stream()
                .map(mount -> {
                    String source = mount.source() == null ? "" : mount.source();
                    Service other = Mount.IMAGE.equals(mount.type())
                            ? project.services()
                                    .getOrDefault(
                                            source, project.disabledServices().get(source))
                            : null;
                    return other == null
                            ? mount
                            : mount.toBuilder()
                                    .source(names.image(source, other))
                                    .build();
                })
                .toList();
    }

    /** {@return the image that each such volume of the service mounts, by the place in the container} */
    public static Map<String, String> images(Service service) {
        Map<String, String> images = new TreeMap<>();
        for (Mount mount : service.volumes()) {
            String source = mount.source();
            if (Mount.IMAGE.equals(mount.type()) && source != null && !source.isEmpty() && mount.target() != null) {
                images.put(mount.target(), source);
            }
        }
        return images;
    }

    /**
     * {@return the value of {@link Labels#IMAGE_VOLUME_DIGEST}; empty without images}
     *
     * @param identities the identities of images by name; one that lacks is left out
     */
    public static String digest(Service service, Map<String, String> identities) {
        TreeSet<String> pairs = new TreeSet<>();
        images(service).forEach((target, image) -> {
            String identity = identities.get(image);
            if (identity != null) {
                pairs.add(target + "=" + identity);
            }
        });
        return String.join(",", pairs);
    }
}
