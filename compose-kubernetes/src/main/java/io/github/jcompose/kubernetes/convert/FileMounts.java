package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.FileReference;
import java.util.List;

/** The configs and secrets that the containers of a pod mount. */
final class FileMounts {
    private static final int OWN_MODE = 0444;

    private final Conversion conversion;
    private final PodVolumes volumes;

    FileMounts(Conversion conversion, PodVolumes volumes) {
        this.conversion = conversion;
        this.volumes = volumes;
    }

    VolumeMount config(FileReference reference, List<Object> path) {
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(ConfigObjects.configName(conversion, key(reference)).value());
        source.setDefaultMode(mode(reference));
        Volume volume = volume("config", reference);
        volume.setConfigMap(source);
        return mount(volume, reference, "/", path);
    }

    VolumeMount secret(FileReference reference, List<Object> path) {
        SecretVolumeSource source = new SecretVolumeSource();
        source.setSecretName(
                ConfigObjects.secretName(conversion, key(reference)).value());
        source.setDefaultMode(mode(reference));
        Volume volume = volume("secret", reference);
        volume.setSecret(source);
        return mount(volume, reference, "/run/secrets/", path);
    }

    private VolumeMount mount(Volume volume, FileReference reference, String folder, List<Object> path) {
        if (reference.uid() != null || reference.gid() != null) {
            conversion.warn(path, "the owner of a file cannot be chosen; it is root", "give it a mode that suffices");
        }
        String target = reference.target() == null ? key(reference) : reference.target();
        String place = target.startsWith("/") ? target : folder + target;
        return PodVolumes.at(volume.getName(), place, true, FileContent.key(key(reference)));
    }

    private static String key(FileReference reference) {
        return String.valueOf(reference.source());
    }

    private static int mode(FileReference reference) {
        return reference.mode() == null ? OWN_MODE : reference.mode().bits();
    }

    /** Containers share the volume where they want the same mode. */
    private Volume volume(String what, FileReference reference) {
        ObjectName name = ObjectName.of(what).with(key(reference));
        int mode = mode(reference);
        return volumes.volume((mode == OWN_MODE ? name : name.with(Integer.toOctalString(mode))).value());
    }
}
