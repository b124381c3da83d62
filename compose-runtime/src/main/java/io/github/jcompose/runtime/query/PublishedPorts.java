package io.github.jcompose.runtime.query;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.PublishedPort;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import java.util.Comparator;
import java.util.List;

/** Finds where ports are published. */
public final class PublishedPorts {
    private PublishedPorts() {}

    /**
     * {@return where the port of the container of that number is published; of the first one for 0}
     *
     * @throws ComposeException if no such container runs or the port is not published
     */
    public static PublishedAddress find(
            Engine engine, String project, String service, int number, int port, String protocol) {
        ContainerSummary container = ServiceContainers.of(engine, project).running(service, number);
        return container.ports().stream()
                .filter(p -> p.containerPort() == port && p.protocol().equals(protocol) && p.hostPort() > 0)
                .findFirst()
                .map(p -> new PublishedAddress(p.hostIp(), p.hostPort()))
                .orElseThrow(() -> none(container, port, protocol));
    }

    private static ComposeException none(ContainerSummary container, int port, String protocol) {
        List<String> others = container.ports().stream()
                .sorted(Comparator.comparingInt(PublishedPort::containerPort).thenComparing(PublishedPort::protocol))
                .map(PublishedPorts::text)
                .distinct()
                .toList();
        return new ComposeException("no port " + port + "/" + protocol + " published for container " + container.name()
                + (others.isEmpty() ? ": it has no ports" : ": it has " + String.join(", ", others)));
    }

    private static String text(PublishedPort port) {
        String inside = port.containerPort() + "/" + port.protocol();
        return port.hostPort() == 0
                ? inside + " (not published)"
                : new PublishedAddress(port.hostIp(), port.hostPort()) + "->" + inside;
    }
}
