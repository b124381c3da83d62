package io.github.jcompose.runtime.interactive;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.observe.Observed;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.plan.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the container of a service that is meant. */
public final class ServiceContainers {
    private ServiceContainers() {}

    /**
     * {@return the running container of that number; for 0 that of the lowest number, else a one-off one}
     *
     * @throws ComposeException if there is none
     */
    public static Observation.Container running(Engine engine, String project, String service, int index) {
        List<Observation.Container> all = Observed.containers(ProjectContainers.all(engine, project));
        List<Observation.Container> active = all.stream()
                .filter(c -> c.service().equals(service) && c.active())
                .filter(c -> index == 0 || (!c.oneOff() && c.number() == index))
                .sorted(Comparator.comparing(Observation.Container::oneOff)
                        .thenComparingInt(Observation.Container::number)
                        .thenComparing(Observation.Container::name))
                .toList();
        if (active.isEmpty()) {
            throw new ComposeException(index == 0 ? notRunning(service, all) : notRunning(service, index, all));
        }
        return active.get(0);
    }

    private static String notRunning(String service, List<Observation.Container> all) {
        String message = "service \"" + service + "\" is not running";
        List<Observation.Container> own =
                all.stream().filter(c -> c.service().equals(service)).toList();
        if (!own.isEmpty()) {
            return message
                    + own.stream()
                            .map(c -> c.name() + " is " + c.state())
                            .sorted()
                            .collect(Collectors.joining(", ", ": ", ""));
        }
        String others = all.stream()
                .filter(Observation.Container::active)
                .map(Observation.Container::service)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? message : message + "; running services: " + others;
    }

    private static String notRunning(String service, int index, List<Observation.Container> all) {
        String numbers = all.stream()
                .filter(c -> c.service().equals(service) && c.active() && !c.oneOff())
                .map(Observation.Container::number)
                .sorted()
                .map(number -> "#" + number)
                .collect(Collectors.joining(", "));
        return numbers.isEmpty()
                ? notRunning(service, all)
                : "service \"" + service + "\" is not running container #" + index + "; it runs " + numbers;
    }
}
