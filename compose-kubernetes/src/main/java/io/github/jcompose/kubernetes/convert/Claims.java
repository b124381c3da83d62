package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.github.jcompose.kubernetes.extension.VolumeSettings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Volume;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims of storage for named volumes. */
final class Claims {
    private final Conversion conversion;

    Claims(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Adds claims for the volumes that are not claimed by the template of a StatefulSet. */
    void add(Set<String> claimedByTemplates) {
        Set<String> all = new LinkedHashSet<>(conversion.project().volumes().keySet());
        all.removeAll(claimedByTemplates);
        for (String key : all) {
            Volume volume = conversion.project().volumes().get(key);
            if (volume != null && volume.external()) {
                conversion.warn(
                        List.of("volumes", key),
                        "is external: the cluster must have a PersistentVolumeClaim '"
                                + ObjectName.of(volume.name() == null ? key : volume.name()) + "'",
                        null);
            } else if (conversion.mounts().isClaimed(key)) {
                PersistentVolumeClaim claim = claim(key, isShared(key));
                claim.setMetadata(conversion.metadata(ObjectName.of(key)));
                conversion.add(claim, null);
            }
        }
    }

    /** {@return whether several pods mount the volume at the same time} */
    private boolean isShared(String key) {
        Set<String> users = conversion.mounts().users(key);
        return users.size() > 1
                || users.stream()
                        .anyMatch(pod -> conversion.kind(pod) == WorkloadKind.DAEMON_SET
                                || conversion.service(pod).replicas() > 1
                                || conversion.settings(pod).autoscaling() != null);
    }

    /** {@return the claim of one pod's own volume} */
    PersistentVolumeClaim template(String key) {
        PersistentVolumeClaim claim = claim(key, false);
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(ObjectName.of(key).value());
        claim.setMetadata(metadata);
        return claim;
    }

    private PersistentVolumeClaim claim(String key, boolean shared) {
        Volume volume = conversion.project().volumes().get(key);
        VolumeSettings settings = VolumeSettings.of(key, volume, conversion.findings());
        warn(key, volume);
        String mode = settings.accessMode();
        if (mode == null && shared) {
            conversion.warn(
                    List.of("volumes", key),
                    "several pods mount it, so its storage must offer ReadWriteMany",
                    "say with 'x-kubernetes.storageClass' which does");
        }
        PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
        spec.setAccessModes(List.of(mode == null ? (shared ? "ReadWriteMany" : "ReadWriteOnce") : mode));
        VolumeResourceRequirements resources = new VolumeResourceRequirements();
        resources.setRequests(Map.of("storage", new Quantity(settings.size())));
        spec.setResources(resources);
        String storageClass =
                settings.storageClass() == null ? conversion.settings().storageClass() : settings.storageClass();
        spec.setStorageClassName(storageClass);
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        claim.setSpec(spec);
        return claim;
    }

    private void warn(String key, @Nullable Volume volume) {
        if (volume == null) {
            return;
        }
        String driver = volume.driver();
        if (driver != null && !driver.isEmpty() && !driver.equals("local")) {
            conversion.warn(
                    List.of("volumes", key, "driver"),
                    "the driver '" + driver + "' is one of the engine; the cluster's storage is used",
                    "choose it with 'x-kubernetes.storageClass'");
        } else if (!volume.driverOpts().isEmpty()) {
            conversion.warn(
                    List.of("volumes", key, "driver_opts"),
                    "these options have no counterpart; the cluster's storage is used",
                    null);
        }
    }
}
