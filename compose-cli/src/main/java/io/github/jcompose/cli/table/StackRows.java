package io.github.jcompose.cli.table;

import io.github.jcompose.cli.text.Ages;
import io.github.jcompose.runtime.swarm.ServiceInfo;
import io.github.jcompose.runtime.swarm.ServiceInfo.PublishedPort;
import io.github.jcompose.runtime.swarm.StackInfo;
import io.github.jcompose.runtime.swarm.TaskInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Describes stacks as {@code docker stack} does.
 *
 * @param clock tells how long a task has been as it is
 * @param truncate whether to shorten ids, images and errors
 * @param resolve whether to show names in place of ids
 */
public record StackRows(Clock clock, boolean truncate, boolean resolve) {
    /** The fields of a stack. */
    public static final ListFormat STACKS = ListFormat.of("Name", "NAME", "Services", "SERVICES");

    /** The fields of a service. */
    public static final ListFormat SERVICES = ListFormat.of(
            "ID", "ID", "Name", "NAME", "Mode", "MODE", "Replicas", "REPLICAS", "Image", "IMAGE", "Ports", "PORTS");

    /** The fields of a task. */
    public static final ListFormat TASKS = ListFormat.of(
            "ID",
            "ID",
            "Name",
            "NAME",
            "Image",
            "IMAGE",
            "Node",
            "NODE",
            "DesiredState",
            "DESIRED STATE",
            "CurrentState",
            "CURRENT STATE",
            "Error",
            "ERROR",
            "Ports",
            "PORTS");

    private static final int SHORT_ID = 12;
    private static final int SHORT_ERROR = 30;

    /** {@return the fields of a stack} */
    public static Map<String, String> stack(StackInfo stack) {
        return fields("Name", stack.name(), "Services", Integer.toString(stack.services()));
    }

    /** {@return the fields of a service} */
    public Map<String, String> service(ServiceInfo service) {
        return fields(
                "ID",
                id(service.id()),
                "Name",
                service.name(),
                "Mode",
                service.mode().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "Replicas",
                replicas(service),
                "Image",
                image(service.image(), true),
                "Ports",
                ports(service.ports().stream().filter(PublishedPort::ingress).toList()));
    }

    private static String replicas(ServiceInfo service) {
        String count = service.running() + "/" + service.desired();
        if (service.mode() == ServiceInfo.Mode.REPLICATED_JOB || service.mode() == ServiceInfo.Mode.GLOBAL_JOB) {
            return count + " (" + service.completed() + "/" + service.completions() + " completed)";
        }
        return service.maxPerNode() > 0 ? count + " (max " + service.maxPerNode() + " per node)" : count;
    }

    /** {@return the fields of a task} */
    public Map<String, String> task(TaskInfo task) {
        String place = task.slot() > 0 ? Integer.toString(task.slot()) : task.nodeId();
        String name = resolve ? task.name() : task.serviceId() + "." + place;
        Duration age = Duration.between(task.since(), clock.instant());
        String ago = Ages.of(age.isNegative() ? Duration.ZERO : age).toLowerCase(Locale.ROOT);
        return fields(
                "ID",
                id(task.id()),
                "Name",
                task.previous() ? " \\_ " + name : name,
                "Image",
                image(task.image(), truncate),
                "Node",
                resolve ? task.node() : task.nodeId(),
                "DesiredState",
                capitalized(task.desiredState()),
                "CurrentState",
                capitalized(task.state()) + " " + ago + " ago",
                "Error",
                task.error().isEmpty() ? "" : "\"" + error(task.error()) + "\"",
                "Ports",
                ports(task.ports()));
    }

    /** {@return the id as it is shown} */
    public String id(String id) {
        return truncate && id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
    }

    private String error(String error) {
        String line = error.replaceAll("\\s+", " ").strip();
        boolean tooLong = truncate && line.codePointCount(0, line.length()) > SHORT_ERROR;
        return tooLong ? line.substring(0, line.offsetByCodePoints(0, SHORT_ERROR - 1)) + "…" : line;
    }

    private static String image(String image, boolean withoutDigest) {
        int at = image.indexOf('@');
        boolean tagged = at > 0 && image.lastIndexOf(':', at) > image.lastIndexOf('/', at);
        return withoutDigest && tagged ? image.substring(0, at) : image;
    }

    private static String ports(List<PublishedPort> ports) {
        return ports.stream()
                .map(port -> "*:" + port.published() + "->" + port.target() + "/" + port.protocol())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String capitalized(String state) {
        return state.isEmpty() ? "" : state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
