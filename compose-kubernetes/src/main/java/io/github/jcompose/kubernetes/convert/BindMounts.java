package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Mount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What becomes of files and folders of the machine that containers of one service mount. */
final class BindMounts {
    private static final List<String> SYSTEM =
            List.of("/dev", "/etc", "/lib/modules", "/proc", "/run", "/sys", "/var/lib", "/var/log", "/var/run");

    private final Conversion conversion;
    private final PodVolumes volumes;
    private final String name;

    BindMounts(Conversion conversion, PodVolumes volumes, String name) {
        this.conversion = conversion;
        this.volumes = volumes;
        this.name = name;
    }

    /** {@return the mount; its volume is added to the pod} */
    VolumeMount mount(Mount mount, String target, List<Object> path) {
        String source = String.valueOf(mount.source());
        Path directory = conversion.project().workingDir();
        Path location =
                (directory == null ? Path.of("") : directory).resolve(source).normalize();
        boolean system = SYSTEM.stream().anyMatch(folder -> source.equals(folder) || source.startsWith(folder + "/"));
        BindMount files = system ? null : BindMount.read(location);
        boolean travels = files != null && (mount.readOnly() || files.single());
        if (files == null || !travels) {
            if (!system) {
                conversion.warn(
                        path,
                        "'" + source + "' must be there on every node",
                        files == null
                                ? "put it in the image, or in a named volume"
                                : "with 'read_only: true' its files would become a ConfigMap");
            }
            Volume volume = volumes.volume(volumes.unique(name, "host", target));
            HostPathVolumeSource host = new HostPathVolumeSource();
            host.setPath(location.isAbsolute() ? location.toString() : "/" + location);
            volume.setHostPath(host);
            return PodVolumes.at(volume.getName(), target, mount.readOnly(), null);
        }
        if (!mount.readOnly()) {
            conversion.warn(path, "becomes a ConfigMap, which is read-only", "say so with 'read_only: true'");
        }
        return files(files, target, String.valueOf(location.getFileName()));
    }

    private VolumeMount files(BindMount files, String target, String label) {
        ObjectName objectName =
                conversion.free("ConfigMap", conversion.name(name).with(label));
        Map<String, String> text = new TreeMap<>();
        Map<String, String> binary = new TreeMap<>();
        List<KeyToPath> items = new ArrayList<>();
        boolean nested = false;
        Set<String> keys = new LinkedHashSet<>();
        for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
            String key = FileContent.key(file.getKey().replace("/", "__"));
            String unique = key;
            for (int i = 2; !keys.add(unique); i++) {
                unique = key + "-" + i;
            }
            nested |= !unique.equals(file.getKey());
            FileContent.put(unique, file.getValue(), text, binary);
            items.add(new KeyToPath(unique, null, file.getKey()));
        }
        ConfigMap map = new ConfigMap();
        map.setMetadata(conversion.metadata(objectName, name));
        map.setData(text);
        map.setBinaryData(binary);
        conversion.add(map, name);
        Volume volume = volumes.volume(volumes.unique(name, "files", target));
        ConfigMapVolumeSource source = new ConfigMapVolumeSource();
        source.setName(objectName.value());
        if (nested) {
            source.setItems(items);
        }
        volume.setConfigMap(source);
        return PodVolumes.at(
                volume.getName(), target, true, files.single() ? items.get(0).getPath() : null);
    }
}
