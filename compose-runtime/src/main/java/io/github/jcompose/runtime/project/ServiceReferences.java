package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places where a service names another whose container it shares something with. */
public final class ServiceReferences {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";

    private ServiceReferences() {}

    /** {@return the services whose containers must be there before this one's: {@code service:} modes and volumes_from} */
    public static Set<String> parents(Service service) {
        Set<String> parents = new LinkedHashSet<>(namespaceParents(service));
        parents.addAll(volumeParents(service));
        return parents;
    }

    /** {@return the services that a network, IPC, PID, UTS or cgroup namespace is shared with} */
    static Set<String> namespaceParents(Service service) {
        Set<String> parents = new LinkedHashSet<>();
        for (String mode :
                nonNull(service.networkMode(), service.ipc(), service.pid(), service.uts(), service.cgroup())) {
            if (mode.startsWith(SERVICE)) {
                parents.add(mode.substring(SERVICE.length()));
            }
        }
        return parents;
    }

    /** {@return the services whose volumes are mounted too} */
    public static Set<String> volumeParents(Service service) {
        Set<String> parents = new LinkedHashSet<>();
        for (String from : service.volumesFrom()) {
            if (!from.startsWith(CONTAINER)) {
                parents.add(from.split(":", 2)[0]);
            }
        }
        return parents;
    }

    /**
     * {@return the service with ids in place of references to services, as its hash is computed}
     *
     * @param firstContainer gives the id of the first container of a service; null leaves the reference
     */
    public static Service resolve(Service service, Function<String, @Nullable String> firstContainer) {
        if (parents(service).isEmpty() && service.volumesFrom().isEmpty()) {
            return service;
        }
        List<String> volumesFrom = new ArrayList<>();
        for (String from : service.volumesFrom()) {
            String id = from.startsWith(CONTAINER) ? null : firstContainer.apply(from.split(":", 2)[0]);
            volumesFrom.add(from.startsWith(CONTAINER) ? from.split(":", 3)[1] : id == null ? from : id);
        }
        ServiceBuilder resolved = service.toBuilder().volumesFrom(volumesFrom);
        setMode(service.networkMode(), firstContainer, resolved::networkMode);
        setMode(service.ipc(), firstContainer, resolved::ipc);
        setMode(service.pid(), firstContainer, resolved::pid);
        return resolved.build();
    }

    private static void setMode(
            @Nullable String mode, Function<String, @Nullable String> firstContainer, Consumer<String> target) {
        String resolved = mode(mode, firstContainer);
        if (resolved != null) {
            target.accept(resolved);
        }
    }

    /** {@return {@code container:id} for {@code service:name}; anything else as it is} */
    public static @Nullable String mode(@Nullable String mode, Function<String, @Nullable String> firstContainer) {
        if (mode == null || !mode.startsWith(SERVICE)) {
            return mode;
        }
        String id = firstContainer.apply(mode.substring(SERVICE.length()));
        return id == null ? mode : CONTAINER + id;
    }

    private static List<String> nonNull(@Nullable String... modes) {
        List<String> list = new ArrayList<>();
        for (String mode : modes) {
            if (mode != null) {
                list.add(mode);
            }
        }
        return list;
    }
}
