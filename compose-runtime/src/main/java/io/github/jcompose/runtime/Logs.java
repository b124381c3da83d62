package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.logs.LogFollower;
import io.github.jcompose.runtime.logs.LogRequest;
import io.github.jcompose.runtime.logs.LogSource;
import io.github.jcompose.runtime.logs.TimeReference;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the logs of a project. */
final class Logs {
    private final Connection connection;
    private final Project project;
    private final LogsOptions options;
    private final LogSink sink;

    Logs(Connection connection, Project project, LogsOptions options, LogSink sink) {
        this.connection = connection;
        this.project = project;
        this.options = options;
        this.sink = sink;
    }

    /**
     * @param modelled whether the project says which services there are
     */
    void run(boolean modelled) {
        Set<String> services = null;
        if (!options.services().isEmpty()) {
            services = Set.copyOf(options.services());
        } else if (modelled) {
            services = new HashSet<>(project.services().keySet());
            services.removeIf(key -> {
                var service = project.services().get(key);
                return service != null && Boolean.FALSE.equals(service.attach());
            });
        }
        Set<String> chosen = services;
        Integer tail = options.tail();
        LogOptions wanted = new LogOptions(
                options.follow(),
                true,
                true,
                TimeReference.parse(options.since(), connection.clock(), ZoneId.systemDefault()),
                TimeReference.parse(options.until(), connection.clock(), ZoneId.systemDefault()),
                tail == null ? -1 : tail,
                options.timestamps());
        Names names = Names.of(project);
        List<LogSource> sources = ProjectContainers.ofServices(connection.engine(), project.name()).stream()
                .filter(c -> chosen == null || chosen.contains(service(c)))
                .sorted(Comparator.comparing(ContainerSummary::name))
                .map(c -> LogSource.of(names, c))
                .filter(s -> options.index() == 0 || s.number() == options.index())
                .toList();
        if (options.index() > 0 && sources.isEmpty()) {
            throw new ComposeException(
                    "service \"" + String.join(", ", options.services()) + "\" has no container #" + options.index());
        }
        LogFollower follower = new LogFollower(
                connection.engine(),
                connection.workers(),
                connection.events(),
                names,
                new LogRequest(project.name(), chosen, wanted),
                sink);
        if (options.follow()) {
            follower.follow(sources);
        } else {
            follower.read(sources);
        }
    }

    private static String service(ContainerSummary container) {
        return container.labels().getOrDefault(Labels.SERVICE, "");
    }
}
