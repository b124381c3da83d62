package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Volume;
import java.util.Map;

/** Volumes that the local driver mounts from somewhere: NFS, memory, a folder of the host. */
final class DriverVolume {
    private DriverVolume() {}

    static boolean isDriven(Volume volume) {
        return isLocal(volume) && !type(volume).isEmpty();
    }

    private static boolean isLocal(Volume volume) {
        return volume.driver() == null
                || volume.driver().isEmpty()
                || volume.driver().equals("local");
    }

    private static String type(Volume volume) {
        Map<String, String> options = volume.driverOpts();
        String type = options.getOrDefault("type", "");
        if (type.equals("nfs") || type.equals("nfs4")) {
            return option(options, "addr").isEmpty() ? "" : "nfs";
        }
        if (type.equals("tmpfs")) {
            return "tmpfs";
        }
        boolean bind = (type.equals("none") || type.equals("bind"))
                && options.getOrDefault("device", "").startsWith("/");
        return bind ? "bind" : "";
    }

    /** Fills in the source; {@link #isDriven} must hold. */
    static void fill(io.fabric8.kubernetes.api.model.Volume target, Volume volume) {
        Map<String, String> options = volume.driverOpts();
        String device = options.getOrDefault("device", "");
        switch (type(volume)) {
            case "nfs" -> {
                NFSVolumeSource nfs = new NFSVolumeSource();
                nfs.setServer(option(options, "addr"));
                nfs.setPath(device.startsWith(":") ? device.substring(1) : device);
                target.setNfs(nfs);
            }
            case "tmpfs" -> {
                EmptyDirVolumeSource memory = new EmptyDirVolumeSource();
                memory.setMedium("Memory");
                String size = option(options, "size");
                if (!size.isEmpty()) {
                    memory.setSizeLimit(
                            new Quantity(Quantities.bytes(ByteSize.parse(size).bytes())));
                }
                target.setEmptyDir(memory);
            }
            default -> {
                HostPathVolumeSource host = new HostPathVolumeSource();
                host.setPath(device);
                target.setHostPath(host);
            }
        }
    }

    /** {@return the value of one of the comma-separated mount options} */
    private static String option(Map<String, String> options, String name) {
        for (String option : options.getOrDefault("o", "").split(",")) {
            if (option.startsWith(name + "=")) {
                return option.substring(name.length() + 1);
            }
        }
        return "";
    }
}
