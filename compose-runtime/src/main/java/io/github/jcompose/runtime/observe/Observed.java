package io.github.jcompose.runtime.observe;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.plan.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what an engine lists into observations. */
public final class Observed {
    private Observed() {}

    /** {@return the containers} */
    public static List<Observation.Container> containers(List<ContainerSummary> list) {
        return list.stream().map(Observed::container).toList();
    }

    private static Observation.Container container(ContainerSummary summary) {
        Map<String, String> networks = new LinkedHashMap<>();
        summary.networks().forEach((name, endpoint) -> networks.put(name, endpoint.networkId()));
        return new Observation.Container(
                summary.id(),
                summary.name(),
                summary.created().getEpochSecond(),
                summary.status().word(),
                summary.labels(),
                networks,
                summary.mounts().stream()
                        .map(m -> new Observation.Mount(m.type(), m.name(), m.destination()))
                        .toList());
    }
}
