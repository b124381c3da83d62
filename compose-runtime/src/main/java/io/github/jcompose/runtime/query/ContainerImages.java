package io.github.jcompose.runtime.query;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageDetails;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.inspect.ImageInfo;
import io.github.jcompose.runtime.work.Workers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells which images containers have. */
public final class ContainerImages {
    private ContainerImages() {}

    /** {@return the images of the containers of the services, of all if none is named; by name of container} */
    public static List<ImageInfo> list(Engine engine, Workers workers, String project, Collection<String> services) {
        List<ContainerSummary> containers =
                ServiceContainers.of(engine, project).of(services);
        Set<String> ids = new TreeSet<>();
        containers.forEach(container -> ids.add(container.imageId()));
        Map<String, ImageDetails> images = new ConcurrentHashMap<>();
        workers.forEach(
                ids, id -> workers.limited(() -> engine.images().find(id).ifPresent(it -> images.put(id, it))));
        return containers.stream()
                .map(container -> info(container, images.get(container.imageId())))
                .toList();
    }

    private static ImageInfo info(ContainerSummary container, @Nullable ImageDetails image) {
        String asked = container.image();
        // The list has the id in place of a name that another image has got since.
        boolean named = !asked.startsWith("sha256:") && !container.imageId().startsWith("sha256:" + asked);
        ImageName name = named ? ImageName.parse(asked) : null;
        return new ImageInfo(
                container.name(),
                ServiceContainers.service(container),
                container.imageId(),
                name == null ? "" : name.shortName(),
                name == null ? "" : name.tag(),
                image == null ? "" : platform(image),
                image == null ? 0 : image.size(),
                image == null || image.created().equals(Instant.EPOCH) ? null : image.created(),
                image == null
                        ? null
                        : image.raw().object("Metadata").instant("LastTagTime").orElse(null));
    }

    private static String platform(ImageDetails image) {
        String variant = image.variant();
        return image.os() + "/" + image.architecture() + (variant.isEmpty() ? "" : "/" + variant);
    }
}
