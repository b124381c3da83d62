package io.github.jcompose.runtime.query;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MountPoint;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.inspect.VolumeInfo;
import io.github.jcompose.runtime.project.Labels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Lists the volumes of a project. */
public final class ProjectVolumes {
    private ProjectVolumes() {}

    /** {@return the volumes that containers of the services mount, all of the project if none is named; by name} */
    public static List<VolumeInfo> list(Engine engine, String project, Collection<String> services) {
        Filters own = Filters.label(Labels.PROJECT, project.toLowerCase(Locale.ROOT));
        Set<String> mounted = new TreeSet<>();
        if (!services.isEmpty()) {
            ServiceContainers.of(engine, project).of(services).stream()
                    .flatMap(container -> container.mounts().stream())
                    .map(MountPoint::name)
                    .forEach(mounted::add);
        }
        return engine.volumes().list(own).stream()
                .filter(volume -> services.isEmpty() || mounted.contains(volume.name()))
                .sorted(Comparator.comparing(VolumeDetails::name))
                .map(ProjectVolumes::info)
                .toList();
    }

    private static VolumeInfo info(VolumeDetails volume) {
        return new VolumeInfo(
                volume.name(),
                volume.label(Labels.VOLUME).orElse(""),
                volume.driver(),
                volume.scope(),
                volume.mountpoint(),
                volume.labels(),
                volume.options());
    }
}
