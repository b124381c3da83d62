package io.github.jcompose.runtime.create;

import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.TmpfsOptions;
import io.github.jcompose.model.Volume;
import io.github.jcompose.model.VolumeOptions;
import io.github.jcompose.runtime.plan.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is mounted in a container. Plain binds and named volumes go in the engine's short form, whose missing
 * folders it creates; what has options goes in the long form.
 */
final class Mounts {
    private final ContainerSpec spec;
    private final Map<String, String> binds = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> mounts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Mounts(ContainerSpec spec) {
        this.spec = spec;
        for (Observation.Mount old : spec.inherited()) {
            mounts.put(
                    old.destination(),
                    new Fields()
                            .always("Type", Mount.VOLUME)
                            .always("Source", old.name())
                            .always("Target", old.destination())
                            .map());
        }
        spec.service().volumes().forEach(this::add);
        Map<String, Map<String, @Nullable Object>> files = new FileMounts(spec).mounts();
        files.forEach((target, mount) -> {
            if (!binds.containsKey(target)) {
                mounts.putIfAbsent(target, mount);
            }
        });
    }

    List<String> binds() {
        return List.copyOf(binds.values());
    }

    List<Map<String, @Nullable Object>> mounts() {
        return List.copyOf(mounts.values());
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(Mount mount) {
        String target = mount.target() == null ? "" : mount.target();
        boolean anonymous = mount.source() == null || mount.source().isEmpty();
        if (anonymous && mounts.containsKey(target) && Mount.VOLUME.equals(mount.type())) {
            return; // The volume of the replaced container is there already.
        }
        binds.remove(target);
        mounts.remove(target);
        if (Mount.BIND.equals(mount.type()) && isPlain(mount.bind())) {
            binds.put(target, mount.source() + ":" + target + ":" + mode(mount));
        } else if (Mount.VOLUME.equals(mount.type()) && !anonymous && isPlain(mount.volume())) {
            binds.put(target, volumeName(mount) + ":" + target + ":" + mode(mount));
        } else {
            mounts.put(target, longForm(mount, target));
        }
    }

    private static boolean isPlain(@Nullable BindOptions options) {
        return options == null
                || (options.createHostPath() && isBlank(options.propagation()) && isBlank(options.recursive()));
    }

    private static boolean isPlain(@Nullable VolumeOptions options) {
        return options == null || (options.labels().isEmpty() && !options.nocopy() && isBlank(options.subpath()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static String mode(Mount mount) {
        String mode = mount.readOnly() ? "ro" : "rw";
        BindOptions bind = mount.bind();
        return bind == null || isBlank(bind.selinux()) ? mode : mode + "," + bind.selinux();
    }

    private String volumeName(Mount mount) {
        String source = mount.source() == null ? "" : mount.source();
        Volume volume = spec.project().volumes().get(source);
        String name = volume == null ? null : volume.name();
        return name == null ? source : name;
    }

    private Map<String, @Nullable Object> longForm(Mount mount, String target) {
        String type = mount.type() == null ? Mount.VOLUME : mount.type();
        Fields fields = new Fields()
                .always("Type", type)
                .put("Source", type.equals(Mount.VOLUME) ? volumeName(mount) : mount.source())
                .always("Target", target)
                .put("ReadOnly", mount.readOnly())
                .put("Consistency", mount.consistency());
        switch (type) {
            case Mount.BIND -> fields.put("BindOptions", bind(mount.bind()));
            case Mount.VOLUME -> fields.put("VolumeOptions", volume(mount.volume(), target));
            case Mount.TMPFS -> fields.put("TmpfsOptions", tmpfs(mount.tmpfs()));
            case Mount.IMAGE -> {
                if (!spec.api().atLeast("1.48")) {
                    throw new ComposeException("services." + spec.key()
                            + ": volume with type=image require Docker Engine v28 or later (API 1.48); this one speaks "
                            + spec.api());
                }
                fields.put(
                        "ImageOptions",
                        mount.image() == null ? null : subpath(mount.image().subpath()));
            }
            default -> {}
        }
        return fields.map();
    }

    private Map<String, @Nullable Object> bind(@Nullable BindOptions options) {
        if (options == null) {
            return Map.of();
        }
        if (!isBlank(options.selinux())) {
            warnings.add("services." + spec.key() + ": the engine takes no selinux option together with"
                    + " propagation, recursive or create_host_path: false; it is left out");
        }
        String recursive = options.recursive() == null ? "" : options.recursive();
        return new Fields()
                .put("Propagation", options.propagation())
                .put("CreateMountpoint", options.createHostPath())
                .put("NonRecursive", recursive.equals("disabled"))
                .put("ReadOnlyNonRecursive", recursive.equals("writable"))
                .put("ReadOnlyForceRecursive", recursive.equals("readonly"))
                .map();
    }

    private Map<String, @Nullable Object> volume(@Nullable VolumeOptions options, String target) {
        if (options == null) {
            return Map.of();
        }
        boolean known = spec.api().atLeast("1.45");
        if (!known && !isBlank(options.subpath())) {
            warnings.add("services." + spec.key() + ": subpath of the volume at " + target
                    + " needs API 1.45; the engine speaks " + spec.api() + " and mounts the whole volume");
        }
        return new Fields()
                .put("NoCopy", options.nocopy())
                .put("Labels", options.labels())
                .put("Subpath", options.subpath())
                .map();
    }

    private static Map<String, @Nullable Object> tmpfs(@Nullable TmpfsOptions options) {
        return options == null
                ? Map.of()
                : new Fields()
                        .put(
                                "SizeBytes",
                                options.size() == null ? null : options.size().bytes())
                        .put("Mode", options.mode())
                        .map();
    }

    private static Map<String, @Nullable Object> subpath(@Nullable String subpath) {
        return new Fields().put("Subpath", subpath).map();
    }
}
