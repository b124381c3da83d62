package io.github.jcompose.kubernetes.convert;

import io.github.jcompose.kubernetes.manifest.Findings;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mounts of the services, with those of {@code volumes_from}, and who writes to which volume. */
final class ServiceMounts {
    /**
     * A mount and where it is written.
     *
     * @param path the way to it in the file
     */
    record Placed(Mount mount, List<Object> path) {}

    private final Project project;
    private final Findings findings;
    private final Map<String, List<Placed>> mounts = new LinkedHashMap<>();
    private final Map<String, Set<String>> users = new LinkedHashMap<>();
    private final Map<String, Set<String>> writers = new LinkedHashMap<>();

    ServiceMounts(Project project, Pods pods, Findings findings) {
        this.project = project;
        this.findings = findings;
        project.services().forEach((name, service) -> {
            if (pods.has(name)) {
                mounts.put(name, collect(name, service, new LinkedHashSet<>()));
            }
        });
        mounts.forEach((service, all) -> all.forEach(placed -> {
            Mount mount = placed.mount();
            if (isNamed(mount)) {
                String pod = pods.primary(service);
                users.computeIfAbsent(String.valueOf(mount.source()), any -> new LinkedHashSet<>())
                        .add(pod);
                if (!mount.readOnly()) {
                    writers.computeIfAbsent(String.valueOf(mount.source()), any -> new LinkedHashSet<>())
                            .add(pod);
                }
            }
        }));
    }

    private List<Placed> collect(String name, Service service, Set<String> seen) {
        List<Placed> all = new ArrayList<>();
        if (!seen.add(name)) {
            return all;
        }
        Set<String> targets = new LinkedHashSet<>();
        for (int i = 0; i < service.volumes().size(); i++) {
            all.add(new Placed(service.volumes().get(i), List.of("services", name, "volumes", i)));
            targets.add(String.valueOf(service.volumes().get(i).target()));
        }
        for (int i = 0; i < service.volumesFrom().size(); i++) {
            String from = service.volumesFrom().get(i);
            List<Object> path = List.of("services", name, "volumes_from", i);
            boolean readOnly = from.endsWith(":ro");
            String other = from.replaceAll(":r[ow]$", "");
            Service source = project.services().get(other);
            if (source == null) {
                findings.warn(path, "volumes of the container '" + from + "' cannot be shared", "name a service");
                continue;
            }
            for (Placed placed : collect(other, source, seen)) {
                Mount mount = placed.mount();
                if (targets.contains(String.valueOf(mount.target()))) {
                    continue;
                }
                if (Mount.VOLUME.equals(mount.type()) && !isNamed(mount)) {
                    findings.warn(
                            path,
                            "the volume at " + mount.target() + " of '" + other + "' has no name; each gets its own",
                            "name it under the top-level 'volumes'");
                }
                all.add(new Placed(readOnly ? mount.toBuilder().readOnly(true).build() : mount, path));
            }
        }
        return all;
    }

    List<Placed> of(String service) {
        return mounts.getOrDefault(service, List.of());
    }

    /** {@return the pods that mount a named volume} */
    Set<String> users(String volume) {
        return users.getOrDefault(volume, Set.of());
    }

    /** {@return whether the pod alone writes to a volume that is to be claimed} */
    boolean isOnlyWriter(String pod) {
        return writers.entrySet().stream()
                .anyMatch(entry -> isClaimed(entry.getKey()) && entry.getValue().equals(Set.of(pod)));
    }

    /** {@return whether there is to be a PersistentVolumeClaim for the volume} */
    boolean isClaimed(String volume) {
        Volume declared = project.volumes().get(volume);
        return declared == null || (!declared.external() && !DriverVolume.isDriven(declared));
    }

    static boolean isNamed(Mount mount) {
        return Mount.VOLUME.equals(mount.type())
                && mount.source() != null
                && !mount.source().isEmpty();
    }
}
