package io.github.jcompose.runtime.oneoff;

import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.plan.Observation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The containers of the other services, as they were seen. */
record ObservedPeers(Observation seen) implements ContainerSpec.Peers {
    @Override
    public @Nullable String firstContainer(String service) {
        return seen.firstContainer(service);
    }

    @Override
    public Map<Integer, String> names(String service) {
        Map<Integer, String> names = new TreeMap<>();
        seen.containersOf(service).forEach(container -> names.putIfAbsent(container.number(), container.name()));
        return names;
    }
}
