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
        return new LogSource(id, names.source(container), service, container, number(number));
    }

    /** {@return the number; 0 for a label that somebody else has set to anything} */
    private static int number(String text) {
        try {
            return Math.max(Integer.parseInt(text), 0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** {@return an event of the container} */
    public ContainerEvent event(ContainerEvent.Type type, int exitCode, boolean restarting) {
        return new ContainerEvent(type, source, service, container, null, exitCode, restarting);
    }
}
