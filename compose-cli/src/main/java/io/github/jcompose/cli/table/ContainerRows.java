package io.github.jcompose.cli.table;

import io.github.jcompose.cli.text.Ages;
import io.github.jcompose.cli.text.Quoted;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.ContainerInfo.PublishedPort;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Describes containers as {@code docker compose ps} does.
 *
 * @param clock tells how long ago containers were created
 * @param truncate whether to shorten long commands and ids
 */
public record ContainerRows(Clock clock, boolean truncate) {
    private static final int SHORT_ID = 12;
    private static final int SHORT_COMMAND = 20;
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss Z 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** {@return a table with a line for each container} */
    public String table(List<ContainerInfo> containers) {
        Table table = new Table(10, 3, "NAME", "IMAGE", "COMMAND", "SERVICE", "CREATED", "STATUS", "PORTS");
        for (ContainerInfo container : containers) {
            table.add(
                    container.name(),
                    container.image(),
                    command(container),
                    container.service(),
                    age(container),
                    container.status(),
                    PortsText.of(container.ports()));
        }
        return table.render();
    }

    /** The headings of the fields in a table by a template. */
    public static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("Command", "COMMAND"),
            Map.entry("CreatedAt", "CREATED AT"),
            Map.entry("Engine", "ENGINE"),
            Map.entry("ExitCode", "EXIT CODE"),
            Map.entry("Health", "HEALTH"),
            Map.entry("ID", "CONTAINER ID"),
            Map.entry("Image", "IMAGE"),
            Map.entry("Labels", "LABELS"),
            Map.entry("LocalVolumes", "LOCAL VOLUMES"),
            Map.entry("Mounts", "MOUNTS"),
            Map.entry("Name", "NAME"),
            Map.entry("Names", "NAMES"),
            Map.entry("Networks", "NETWORKS"),
            Map.entry("Ports", "PORTS"),
            Map.entry("Project", "PROJECT"),
            Map.entry("Publishers", "PUBLISHERS"),
            Map.entry("RunningFor", "CREATED"),
            Map.entry("Service", "SERVICE"),
            Map.entry("Size", "SIZE"),
            Map.entry("State", "STATE"),
            Map.entry("Status", "STATUS"));

    /** {@return what a template may ask of a container} */
    public Map<String, Object> fields(ContainerInfo container) {
        return RowFormat.withLabels(object(container), container.labels());
    }

    /** {@return what {@code --format json} shows of a container} */
    public Map<String, Object> object(ContainerInfo container) {
        Map<String, Object> object = new TreeMap<>();
        object.put("Command", command(container));
        object.put("CreatedAt", CREATED.format(container.created()));
        object.put("Engine", "");
        object.put("ExitCode", container.exitCode());
        object.put("Health", container.health());
        object.put("ID", truncate ? cut(container.id(), SHORT_ID) : container.id());
        object.put("Image", container.image());
        object.put("Labels", joined(container.labels()));
        object.put("LocalVolumes", Integer.toString(container.localVolumes()));
        object.put("Mounts", String.join(",", container.mounts()));
        object.put("Name", container.name());
        object.put("Names", container.name());
        object.put("Networks", String.join(",", container.networks()));
        object.put("Ports", PortsText.of(container.ports()));
        object.put("Project", container.project());
        object.put(
                "Publishers",
                container.ports().stream().map(ContainerRows::publisher).toList());
        object.put("RunningFor", age(container));
        object.put("Service", container.service());
        object.put("Size", "0B");
        object.put("State", container.state());
        object.put("Status", container.status());
        return object;
    }

    private static Map<String, Object> publisher(PublishedPort port) {
        Integer published = port.published();
        return new TreeMap<>(Map.of(
                "URL",
                port.address(),
                "TargetPort",
                port.target(),
                "PublishedPort",
                published == null ? 0 : published,
                "Protocol",
                port.protocol()));
    }

    private String age(ContainerInfo container) {
        return Ages.of(Duration.between(container.created(), clock.instant())) + " ago";
    }

    private String command(ContainerInfo container) {
        String command = container.command();
        boolean tooLong = truncate && command.codePointCount(0, command.length()) > SHORT_COMMAND;
        return Quoted.of(tooLong ? cut(command, SHORT_COMMAND - 1) + "…" : command);
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static String joined(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(","));
    }
}
