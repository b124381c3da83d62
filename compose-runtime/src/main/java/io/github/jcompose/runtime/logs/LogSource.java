package io.github.jcompose.runtime.logs;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;

/**
 * A container whose output is read.
 *
 * @param source the name to show
 * @param number 0 for a one-off container
 */
public record LogSource(String id, String source, String service, String container, int number) {
    /** {@return the container as a source} */
    public static LogSource of(Names names, ContainerSummary container) {
        return of(
                names,
                container.id(),
                container.name(),
                container.labels().getOrDefault(Labels.SERVICE, ""),
                container.labels().getOrDefault(Labels.CONTAINER_NUMBER, "0"));
    }

    /** {@return the container as a source} */
    public static LogSource of(Names names, String id, String container, String service, String number) {
        boolean digits = !number.isEmpty() && number.chars().allMatch(Character::isDigit);
        return new LogSource(id, names.source(container), service, container, digits ? Integer.parseInt(number) : 0);
    }

    /** {@return an event of the container} */
    public ContainerEvent event(ContainerEvent.Type type, int exitCode, boolean restarting) {
        return new ContainerEvent(type, source, service, container, null, exitCode, restarting);
    }
}
