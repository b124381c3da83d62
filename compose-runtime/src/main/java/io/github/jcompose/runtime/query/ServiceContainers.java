package io.github.jcompose.runtime.query;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.project.Labels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The containers of a project, seen from their services: replicas by number, one-off containers last. */
public final class ServiceContainers {
    private static final Comparator<ContainerSummary> ORDER = Comparator.comparing(ServiceContainers::isOneOff)
            .thenComparingInt(ServiceContainers::number)
            .thenComparing(ContainerSummary::name);

    private final String project;
    private final List<ContainerSummary> all;

    private ServiceContainers(String project, List<ContainerSummary> all) {
        this.project = project;
        this.all = all;
    }

    /** {@return the containers of that project, stopped ones too} */
    public static ServiceContainers of(Engine engine, String project) {
        return new ServiceContainers(project, ProjectContainers.all(engine, project));
    }

    /** {@return those of the services, of all if none is named, by name} */
    List<ContainerSummary> of(Collection<String> services) {
        return all.stream()
                .filter(c -> services.isEmpty() || services.contains(service(c)))
                .sorted(Comparator.comparing(ContainerSummary::name))
                .toList();
    }

    /** {@return those of the service, replicas first} */
    public List<ContainerSummary> of(String service) {
        return all.stream()
                .filter(c -> service(c).equals(service))
                .sorted(ORDER)
                .toList();
    }

    /**
     * {@return the container of the service that has that number, the first one for 0}
     *
     * @throws ComposeException if there is none that runs
     */
    public ContainerSummary running(String service, int number) {
        return of(service).stream()
                .filter(c -> isRunning(c) && isMeant(c, number))
                .findFirst()
                .orElseThrow(() -> none(service, number, "running container"));
    }

    /**
     * {@return the container of the service that has that number, for 0 one that runs, else the first}
     *
     * @throws ComposeException if there is none
     */
    public ContainerSummary any(String service, int number) {
        List<ContainerSummary> meant =
                of(service).stream().filter(c -> isMeant(c, number)).toList();
        return meant.stream()
                .filter(ServiceContainers::isRunning)
                .findFirst()
                .or(() -> meant.stream().findFirst())
                .orElseThrow(() -> none(service, number, "container"));
    }

    private static boolean isMeant(ContainerSummary container, int number) {
        return number <= 0 || (number == number(container) && !isOneOff(container));
    }

    /** {@return what to say where there is no such container: what there is} */
    public ComposeException none(String service, int number, String what) {
        List<ContainerSummary> own = of(service);
        StringBuilder text = new StringBuilder("service \"" + service + "\" has no " + what);
        if (number > 0) {
            text.append(" #").append(number);
        }
        if (own.isEmpty()) {
            TreeSet<String> others = new TreeSet<>();
            all.forEach(c -> others.add(service(c)));
            text.append("; project \"").append(project).append("\" has ");
            text.append(others.isEmpty() ? "no containers" : "containers of " + String.join(", ", others));
        } else {
            text.append("; there is ")
                    .append(String.join(
                            ", ",
                            own.stream()
                                    .map(c -> c.name() + " (" + c.status().word() + ")")
                                    .toList()));
        }
        return new ComposeException(text.toString());
    }

    /** {@return whether its process is there, be it frozen} */
    static boolean isRunning(ContainerSummary container) {
        return container.status() == ContainerStatus.RUNNING || container.status() == ContainerStatus.PAUSED;
    }

    /** {@return whether {@code run} made it} */
    public static boolean isOneOff(ContainerSummary container) {
        return Labels.YES.equals(container.labels().get(Labels.ONE_OFF));
    }

    /** {@return the number of the replica; 0 if it has none} */
    public static int number(ContainerSummary container) {
        String number = container.labels().getOrDefault(Labels.CONTAINER_NUMBER, "");
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** {@return the service it belongs to} */
    public static String service(ContainerSummary container) {
        return container.labels().getOrDefault(Labels.SERVICE, "");
    }
}
