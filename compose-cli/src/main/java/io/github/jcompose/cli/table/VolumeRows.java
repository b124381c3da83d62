package io.github.jcompose.cli.table;

import io.github.jcompose.runtime.inspect.VolumeInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes volumes as {@code docker volume ls} does. */
public final class VolumeRows {
    /** The headings of the fields in a table by a template. */
    public static final Map<String, String> HEADINGS = Map.of(
            "Availability", "AVAILABILITY",
            "Driver", "DRIVER",
            "Group", "GROUP",
            "Labels", "LABELS",
            "Links", "LINKS",
            "Mountpoint", "MOUNTPOINT",
            "Name", "VOLUME NAME",
            "Scope", "SCOPE",
            "Size", "SIZE",
            "Status", "STATUS");

    /** What is told only of volumes of a cluster, and sizes, which the engine would have to count. */
    private static final String UNKNOWN = "N/A";

    private VolumeRows() {}

    /** {@return a table with a line for each volume} */
    public static String table(List<VolumeInfo> volumes) {
        Table table = new Table(10, 3, "DRIVER", "VOLUME NAME");
        volumes.forEach(volume -> table.add(volume.driver(), volume.name()));
        return table.render();
    }

    /** {@return what {@code --format json} shows of a volume} */
    public static Map<String, Object> object(VolumeInfo volume) {
        Map<String, Object> object = new TreeMap<>();
        object.put("Availability", UNKNOWN);
        object.put("Driver", volume.driver());
        object.put("Group", UNKNOWN);
        object.put(
                "Labels",
                new TreeMap<>(volume.labels())
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .collect(Collectors.joining(",")));
        object.put("Links", UNKNOWN);
        object.put("Mountpoint", volume.mountpoint());
        object.put("Name", volume.name());
        object.put("Scope", volume.scope());
        object.put("Size", UNKNOWN);
        object.put("Status", UNKNOWN);
        return object;
    }
}
