package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.jcompose.kubernetes.extension.VolumeSettings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes of one pod, and where its containers mount them. */
final class PodVolumes {
    private final Conversion conversion;
    private final String pod;
    private final WorkloadKind kind;
    private final Map<String, Volume> volumes = new LinkedHashMap<>();
    private final Set<String> claimTemplates = new LinkedHashSet<>();

    PodVolumes(Conversion conversion, String pod, WorkloadKind kind) {
        this.conversion = conversion;
        this.pod = pod;
        this.kind = kind;
    }

    /** {@return the volumes of the pod} */
    List<Volume> volumes() {
        return new ArrayList<>(volumes.values());
    }

    /** {@return the named volumes of which each pod gets its own} */
    Set<String> claimTemplates() {
        return claimTemplates;
    }

    /** {@return whether the pod has a volume that it may have to share the group of} */
    boolean hasStorage() {
        return !claimTemplates.isEmpty()
                || volumes.values().stream().anyMatch(volume -> volume.getPersistentVolumeClaim() != null);
    }

    /** {@return the mounts of the container of a service; their volumes are added to the pod} */
    List<VolumeMount> mounts(String name) {
        Service service = conversion.service(name);
        FileMounts files = new FileMounts(conversion, this);
        List<VolumeMount> mounts = new ArrayList<>();
        for (ServiceMounts.Placed placed : conversion.mounts().of(name)) {
            VolumeMount mount = mount(name, placed.mount(), placed.path());
            if (mount != null) {
                mounts.add(mount);
            }
        }
        for (int i = 0; i < service.tmpfs().size(); i++) {
            mounts.add(memory(name, service.tmpfs().get(i), List.of("services", name, "tmpfs", i)));
        }
        if (service.shmSize() != null) {
            mounts.add(memory(name, "/dev/shm", service.shmSize()));
        }
        for (int i = 0; i < service.configs().size(); i++) {
            mounts.add(files.config(service.configs().get(i), List.of("services", name, "configs", i)));
        }
        for (int i = 0; i < service.secrets().size(); i++) {
            mounts.add(files.secret(service.secrets().get(i), List.of("services", name, "secrets", i)));
        }
        return mounts;
    }

    private @Nullable VolumeMount mount(String name, Mount mount, List<Object> path) {
        String type = mount.type() == null ? Mount.VOLUME : mount.type();
        String target = String.valueOf(mount.target());
        switch (type) {
            case Mount.VOLUME -> {
                String subPath = mount.volume() == null ? null : mount.volume().subpath();
                if (!ServiceMounts.isNamed(mount)) {
                    return at(empty(name, target), target, mount.readOnly(), subPath);
                }
                String key = String.valueOf(mount.source());
                return at(named(key), target, mount.readOnly(), below(key, subPath));
            }
            case Mount.TMPFS -> {
                ByteSize size = mount.tmpfs() == null ? null : mount.tmpfs().size();
                return memory(name, target, size);
            }
            case Mount.BIND -> {
                return new BindMounts(conversion, this, name).mount(mount, target, path);
            }
            case Mount.IMAGE -> {
                String subPath = mount.image() == null ? null : mount.image().subpath();
                Volume volume = volume(unique(name, "image", target));
                var source = new io.fabric8.kubernetes.api.model.ImageVolumeSource();
                source.setReference(mount.source());
                volume.setImage(source);
                return at(volume.getName(), target, true, subPath);
            }
            default -> {
                conversion.warn(path, "mounts of type '" + type + "' have no counterpart; it is left out", null);
                return null;
            }
        }
    }

    /** {@return the folder to mount: that of the mount, in that of the volume} */
    private @Nullable String below(String key, @Nullable String subPath) {
        String folder = VolumeSettings.of(key, conversion.project().volumes().get(key), conversion.findings())
                .subPath();
        return folder == null || subPath == null || subPath.isEmpty()
                ? (folder == null ? subPath : folder)
                : folder + "/" + subPath;
    }

    /** {@return a volume that is added to the pod} */
    Volume volume(String name) {
        Volume volume = new Volume();
        volume.setName(name);
        volumes.put(name, volume);
        return volume;
    }

    static VolumeMount at(String volume, String target, boolean readOnly, @Nullable String subPath) {
        VolumeMount mount = new VolumeMount();
        mount.setName(volume);
        mount.setMountPath(target);
        if (readOnly) {
            mount.setReadOnly(true);
        }
        if (subPath != null && !subPath.isEmpty()) {
            mount.setSubPath(subPath);
        }
        return mount;
    }

    private String named(String key) {
        String volumeName = ObjectName.of(key).value();
        io.github.jcompose.model.Volume declared =
                conversion.project().volumes().get(key);
        boolean claimed = conversion.mounts().isClaimed(key);
        boolean own = kind == WorkloadKind.STATEFUL_SET
                && claimed
                && conversion.mounts().users(key).size() == 1;
        if (own) {
            claimTemplates.add(key);
        } else if (declared != null && !claimed && !declared.external()) {
            DriverVolume.fill(volume(volumeName), declared);
        } else {
            String name = declared != null && declared.external() ? declared.name() : null;
            String claim = name == null ? volumeName : ObjectName.of(name).value();
            volume(volumeName).setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(claim, null));
        }
        return volumeName;
    }

    private String empty(String name, String target) {
        String volumeName = unique(name, "data", target);
        volume(volumeName).setEmptyDir(new EmptyDirVolumeSource());
        return volumeName;
    }

    /** {@return a name in the pod of the volume of one container at one place} */
    String unique(String name, String what, String target) {
        String letters = target.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
        ObjectName base = ObjectName.of(name.equals(pod) ? what : name + "-" + what);
        String unique = letters.isEmpty() ? base.value() : base.with(letters).value();
        for (int i = 2; volumes.containsKey(unique); i++) {
            unique = base.with(letters + "-" + i).value();
        }
        return unique;
    }

    private VolumeMount memory(String name, String spec, List<Object> path) {
        int colon = spec.indexOf(':');
        String target = colon < 0 ? spec : spec.substring(0, colon);
        ByteSize size = null;
        for (String option :
                colon < 0 ? new String[0] : spec.substring(colon + 1).split(",")) {
            try {
                size = option.startsWith("size=") ? ByteSize.parse(option.substring("size=".length())) : size;
            } catch (IllegalArgumentException e) {
                conversion.warn(path, "'" + option + "' is no size", null);
            }
        }
        return memory(name, target, size);
    }

    private VolumeMount memory(String name, String target, @Nullable ByteSize size) {
        EmptyDirVolumeSource source = new EmptyDirVolumeSource();
        source.setMedium("Memory");
        if (size != null && size.bytes() > 0) {
            source.setSizeLimit(new Quantity(Quantities.bytes(size.bytes())));
        }
        Volume volume = volume(unique(name, "tmp", target));
        volume.setEmptyDir(source);
        return at(volume.getName(), target, false, null);
    }
}
