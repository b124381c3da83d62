package io.github.jcompose.runtime.images;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.error.EngineException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the digests that registries have now in place of tags, so that a project always runs the same images. */
public final class PinnedImages {
    private final Engine engine;
    private final Function<String, @Nullable String> credentials;
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param credentials gives the value of {@code X-Registry-Auth} for an image; null for none
     */
    public PinnedImages(Engine engine, Function<String, @Nullable String> credentials) {
        this.engine = engine;
        this.credentials = credentials;
    }

    /**
     * {@return the project with canonical names and digests for the images of its services, of their pre_start hooks
     * and of their volumes}
     *
     * @throws ComposeException if a registry does not know an image
     */
    public Project of(Project project) {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((name, service) -> services.put(name, pinned(name, service, project)));
        return project.toBuilder().services(services).build();
    }

    private Service pinned(String name, Service service, Project project) {
        String where = "services." + name;
        List<Hook> hooks = service.preStart().stream()
                .map(hook -> hook.image() == null
                        ? hook
                        : hook.toBuilder()
                                .image(pinned(where + ".pre_start", hook.image()))
                                .build())
                .toList();
        List<Mount> mounts = service.volumes().stream()
                .map(mount -> isImage(mount, project)
                        ? mount.toBuilder()
                                .source(pinned(where + ".volumes", String.valueOf(mount.source())))
                                .build()
                        : mount)
                .toList();
        return service.toBuilder()
                .image(service.image() == null ? null : pinned(where + ".image", service.image()))
                .preStart(hooks)
                .volumes(mounts)
                .build();
    }

    private static boolean isImage(Mount mount, Project project) {
        return "image".equals(mount.type())
                && mount.source() != null
                && !project.services().containsKey(mount.source());
    }

    private String pinned(String where, String image) {
        String before = known.get(image);
        if (before != null) {
            return before;
        }
        ImageName name = ImageName.parse(image);
        String digest = name.digest().isEmpty() ? digest(where, image) : name.digest();
        String pinned = name.repository() + "@" + digest;
        known.put(image, pinned);
        return pinned;
    }

    private String digest(String where, String image) {
        try {
            return engine.images().digest(image, credentials.apply(image));
        } catch (EngineException e) {
            throw new ComposeException(where + ": cannot find the digest of " + image + ": " + e.getMessage(), e);
        }
    }
}
