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
        String key = String.valueOf(reference.source());
        String target = target(reference, "/");
        Volume volume = volumes.volume(fileVolume("config", key, reference));
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(ConfigObjects.configName(conversion, key).value());
        source.setDefaultMode(mode(reference));
        volume.setConfigMap(source);
        owner(reference, path);
        return PodVolumes.at(volume.getName(), target, true, FileContent.key(key));
    }

    VolumeMount secret(FileReference reference, List<Object> path) {
        String key = String.valueOf(reference.source());
        String target = target(reference, "/run/secrets/");
        Volume volume = volumes.volume(fileVolume("secret", key, reference));
        SecretVolumeSource source = new SecretVolumeSource();
        source.setSecretName(ConfigObjects.secretName(conversion, key).value());
        source.setDefaultMode(mode(reference));
        volume.setSecret(source);
        owner(reference, path);
        return PodVolumes.at(volume.getName(), target, true, FileContent.key(key));
    }

    private static String target(FileReference reference, String folder) {
        String target = reference.target() == null ? String.valueOf(reference.source()) : reference.target();
        return target.startsWith("/") ? target : folder + target;
    }

    private static int mode(FileReference reference) {
        return reference.mode() == null ? OWN_MODE : reference.mode().bits();
    }

    /** Containers share the volume where they want the same mode. */
    private static String fileVolume(String what, String key, FileReference reference) {
        ObjectName name = ObjectName.of(what).with(key);
        int mode = mode(reference);
        return mode == OWN_MODE
                ? name.value()
                : name.with(Integer.toOctalString(mode)).value();
    }

    private void owner(FileReference reference, List<Object> path) {
        if (reference.uid() != null || reference.gid() != null) {
            conversion.warn(path, "the owner of a file cannot be chosen; it is root", "give it a mode that suffices");
        }
    }
}
