package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.plan.Observation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container to be created, and what its request depends on besides its service.
 *
 * @param key the service
 * @param name that the container has in the end
 * @param number of the replica; 0 for a one-off container
 * @param labels all of them
 * @param inherited volumes of the replaced container to mount at the same places
 * @param serviceAliases whether it answers to the name and the aliases of its service
 * @param api the version that the engine speaks
 * @param peers the containers of the project that are there
 * @param proxies variables that the container gets unless its service sets them
 */
public record ContainerSpec(
        Project project,
        String key,
        Service service,
        String name,
        int number,
        Map<String, String> labels,
        List<Observation.Mount> inherited,
        boolean serviceAliases,
        ApiVersion api,
        Peers peers,
        Map<String, String> proxies) {

    /** A container without proxies. */
    public ContainerSpec(
            Project project,
            String key,
            Service service,
            String name,
            int number,
            Map<String, String> labels,
            List<Observation.Mount> inherited,
            boolean serviceAliases,
            ApiVersion api,
            Peers peers) {
        this(project, key, service, name, number, labels, inherited, serviceAliases, api, peers, Map.of());
    }

    /** Finds the containers that a service refers to. */
    public interface Peers {
        /** {@return the id of the first container of a service; null if it has none} */
        @Nullable
        String firstContainer(String service);

        /** {@return the names of the containers of a service by their numbers, sorted} */
        Map<Integer, String> names(String service);
    }
}
