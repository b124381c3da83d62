package io.github.jcompose.runtime.query;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ProcessTable;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.inspect.ContainerProcesses;
import io.github.jcompose.runtime.work.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Lists the processes of running containers. */
public final class Processes {
    private Processes() {}

    /** {@return the processes of the containers of the services, of all if none is named; by name of container} */
    public static List<ContainerProcesses> list(
            Engine engine, Workers workers, String project, Collection<String> services) {
        List<ContainerSummary> running = ServiceContainers.of(engine, project).of(services).stream()
                .filter(ServiceContainers::isRunning)
                .toList();
        List<ContainerProcesses> found = new ArrayList<>();
        workers.forEach(
                running,
                container -> workers.limited(() -> {
                    try {
                        ProcessTable table = engine.containers().top(container.id(), "");
                        synchronized (found) {
                            found.add(processes(container, table));
                        }
                    } catch (EngineNotFoundException | EngineConflictException e) {
                        // It ended meanwhile, so it has no processes.
                    }
                }));
        found.sort(Comparator.comparing(ContainerProcesses::container));
        return found;
    }

    private static ContainerProcesses processes(ContainerSummary container, ProcessTable table) {
        return new ContainerProcesses(
                container.name(),
                ServiceContainers.service(container),
                ServiceContainers.number(container),
                table.titles(),
                table.processes());
    }
}
