package io.github.jcompose.cli.table;

import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.ContainerStats.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes what containers use as {@code docker stats} does.
 *
 * @param truncate whether to shorten ids
 */
public record StatsRows(boolean truncate) {
    /** The headings of the fields in a table by a template. */
    public static final Map<String, String> HEADINGS = Map.of(
            "BlockIO", "BLOCK I/O",
            "CPUPerc", "CPU %",
            "Container", "CONTAINER",
            "ID", "CONTAINER ID",
            "MemPerc", "MEM %",
            "MemUsage", "MEM USAGE / LIMIT",
            "Name", "NAME",
            "NetIO", "NET I/O",
            "PIDs", "PIDS",
            "Service", "SERVICE");

    private static final String UNKNOWN = "--";
    private static final int SHORT_ID = 12;

    /** {@return a table with a line for each container} */
    public String table(List<ContainerStats> all) {
        Table table = new Table(
                10, 3, "CONTAINER ID", "NAME", "CPU %", "MEM USAGE / LIMIT", "MEM %", "NET I/O", "BLOCK I/O", "PIDS");
        for (ContainerStats stats : all) {
            Map<String, Object> fields = object(stats);
            table.add(List.of("ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs").stream()
                    .map(field -> String.valueOf(fields.get(field)))
                    .toArray(String[]::new));
        }
        return table.render();
    }

    /** {@return what a template may ask of a container} */
    public Map<String, Object> fields(ContainerStats stats) {
        Map<String, Object> fields = object(stats);
        fields.put("Service", stats.service());
        return fields;
    }

    /** {@return what {@code --format json} shows of a container} */
    public Map<String, Object> object(ContainerStats stats) {
        Usage usage = stats.usage();
        Map<String, Object> object = new TreeMap<>();
        object.put("Container", cut(stats.id()));
        object.put("ID", truncate ? cut(stats.id()) : stats.id());
        object.put("Name", stats.container());
        object.put("CPUPerc", usage == null ? UNKNOWN : percent(usage.cpuPercent()));
        object.put("MemPerc", usage == null ? UNKNOWN : percent(usage.memoryPercent()));
        object.put(
                "MemUsage",
                usage == null
                        ? pair(UNKNOWN, UNKNOWN)
                        : pair(Sizes.binary(usage.memory()), Sizes.binary(usage.memoryLimit())));
        object.put("NetIO", usage == null ? UNKNOWN : pair(Sizes.brief(usage.received()), Sizes.brief(usage.sent())));
        object.put("BlockIO", usage == null ? UNKNOWN : pair(Sizes.brief(usage.read()), Sizes.brief(usage.written())));
        object.put("PIDs", usage == null ? UNKNOWN : Long.toString(usage.processes()));
        return object;
    }

    private static String pair(String one, String other) {
        return one + " / " + other;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String cut(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }
}
