package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.TmpfsOptions;
import io.github.jcompose.model.Volume;
import io.github.jcompose.model.VolumeOptions;
import io.github.jcompose.runtime.create.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mounts of a service. The volumes of a swarm are made by each node for itself, when a task needs them. */
final class MountSection {
    private final ServiceContext context;

    MountSection(ServiceContext context) {
        this.context = context;
    }

    List<Map<String, @Nullable Object>> mounts() {
        List<Map<String, @Nullable Object>> mounts = new ArrayList<>();
        for (Mount mount : context.service().volumes()) {
            mounts.add(mount(mount));
        }
        for (String tmpfs : context.service().tmpfs()) {
            mounts.add(tmpfs(tmpfs));
        }
        return mounts;
    }

    private Map<String, @Nullable Object> mount(Mount mount) {
        String type = mount.type() == null ? Mount.VOLUME : mount.type();
        Fields fields = new Fields()
                .always("Type", type)
                .put("Source", mount.source())
                .put("Target", mount.target())
                .put("ReadOnly", mount.readOnly())
                .put("Consistency", mount.consistency());
        switch (type) {
            case Mount.VOLUME -> volume(mount, fields);
            case Mount.BIND -> fields.put("BindOptions", bind(mount.bind()));
            case Mount.TMPFS -> fields.put("TmpfsOptions", tmpfs(mount.tmpfs()));
            case "cluster" -> fields.always("ClusterOptions", Map.of());
            default -> {}
        }
        return fields.map();
    }

    private void volume(Mount mount, Fields fields) {
        VolumeOptions options = mount.volume();
        Fields more = new Fields();
        if (options != null) {
            more.put("NoCopy", options.nocopy()).put("Subpath", options.subpath());
        }
        String key = mount.source();
        if (key != null && !key.isEmpty()) {
            Volume volume = context.stack().project().volumes().get(key);
            if (volume == null) {
                throw context.invalid("volumes", "no volume '" + key + "' in the project");
            }
            fields.always("Source", context.stack().nameOf(key, volume.name(), volume.external()));
            if (!volume.external()) {
                more.always("Labels", context.stack().labels(volume.labels()));
                more.put(
                        "DriverConfig",
                        new Fields()
                                .put("Name", volume.driver())
                                .put("Options", ServiceRequest.sorted(volume.driverOpts()))
                                .map());
            }
        } else if (options != null && !options.labels().isEmpty()) {
            more.always("Labels", ServiceRequest.sorted(options.labels()));
        }
        fields.put("VolumeOptions", more.map());
    }

    private static Map<String, @Nullable Object> bind(@Nullable BindOptions bind) {
        return bind == null
                ? Map.of()
                : new Fields().put("Propagation", bind.propagation()).map();
    }

    private static Map<String, @Nullable Object> tmpfs(@Nullable TmpfsOptions options) {
        ByteSize size = options == null ? null : options.size();
        return options == null
                ? Map.of()
                : new Fields()
                        .put("SizeBytes", size == null ? null : size.bytes())
                        .put("Mode", options.mode())
                        .map();
    }

    /** Of the form {@code /path:size=10m,mode=755}. */
    private Map<String, @Nullable Object> tmpfs(String text) {
        String[] parts = text.split(":", 2);
        Fields options = new Fields();
        for (String option : parts.length == 1 ? new String[0] : parts[1].split(",")) {
            String[] pair = option.split("=", 2);
            try {
                switch (pair.length == 1 ? "" : pair[0]) {
                    case "size" ->
                        options.put("SizeBytes", ByteSize.parse(pair[1]).bytes());
                    case "mode" -> options.put("Mode", Integer.parseInt(pair[1], 8));
                    default ->
                        throw context.invalid(
                                "tmpfs", "a swarm knows the options size and mode of a tmpfs, not '" + option + "'");
                }
            } catch (IllegalArgumentException e) {
                throw context.invalid("tmpfs", "invalid option '" + option + "'");
            }
        }
        return new Fields()
                .always("Type", Mount.TMPFS)
                .always("Target", parts[0])
                .put("TmpfsOptions", options.map())
                .map();
    }
}
