package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.SwarmNode;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import io.github.jcompose.runtime.event.LogLine;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.swarm.StackLogsOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the task that a line comes from. Each line of a service's log begins with names and values, separated by
 * commas and ended by a space, that name the node, the service and the task.
 */
final class TaskLines implements LogSink {
    private static final String PREFIX = "com.docker.swarm.";
    private static final String TASK = PREFIX + "task.id=";
    private static final String NODE = PREFIX + "node.id=";
    private static final int SHORT = 12;

    private final Surroundings surroundings;
    private final StackLogsOptions.Names names;
    private final LogSink sink;
    private final Map<String, String> services = new HashMap<>();
    private final Map<String, SwarmTask> tasks = new HashMap<>();
    private final Map<String, String> nodes = new HashMap<>();

    TaskLines(Surroundings surroundings, List<SwarmService> services, StackLogsOptions.Names names, LogSink sink) {
        this.surroundings = surroundings;
        this.names = names;
        this.sink = sink;
        services.forEach(service -> this.services.put(service.id(), service.name()));
    }

    @Override
    public void line(LogLine line) {
        int space = line.text().indexOf(' ');
        String details = space < 0 ? line.text() : line.text().substring(0, space);
        if (!details.contains(TASK)) {
            sink.line(line);
            return;
        }
        String text = space < 0 ? "" : line.text().substring(space + 1);
        String id = value(details, TASK);
        SwarmTask task = task(id);
        int number = task == null ? 0 : task.slot();
        sink.line(new LogLine(
                source(line.service(), id, task, value(details, NODE)),
                line.service(),
                line.service() + "." + (number > 0 ? number : value(details, NODE)) + "." + id,
                number,
                line.stream(),
                text,
                line.timestamp()));
    }

    private static String value(String details, String name) {
        int start = details.indexOf(name) + name.length();
        int end = details.indexOf(',', start);
        return details.substring(start, end < 0 ? details.length() : end);
    }

    private String source(String service, String id, @Nullable SwarmTask task, String node) {
        String place = task == null || task.slot() == 0 ? cut(node) : String.valueOf(task.slot());
        String owner = names.unresolved() && task != null ? cut(task.service()) : service;
        String name = owner + "." + place + (names.withoutIds() ? "" : "." + cut(id));
        return name + "@" + (names.unresolved() ? cut(node) : node(node));
    }

    private String cut(String id) {
        return names.whole() || id.length() <= SHORT ? id : id.substring(0, SHORT);
    }

    private synchronized @Nullable SwarmTask task(String id) {
        SwarmTask task = tasks.get(id);
        if (task == null) {
            surroundings.swarm().tasks(Filters.none().and("id", id)).forEach(t -> tasks.put(t.id(), t));
            task = tasks.get(id);
        }
        return task;
    }

    private synchronized String node(String id) {
        if (!nodes.containsKey(id)) {
            for (SwarmNode node : surroundings.swarm().nodes(Filters.none())) {
                nodes.put(node.id(), node.hostname());
            }
        }
        return nodes.getOrDefault(id, id);
    }
}
