package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small projects called shop. */
final class Projects {
    private Projects() {}

    static ServiceBuilder service() {
        return Service.builder().image("busybox");
    }

    /** {@return a service on those networks} */
    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    static ServiceBuilder on(String... networks) {
        Map<String, @Nullable NetworkAttachment> attachments = new HashMap<>();
        for (String network : networks) {
            attachments.put(network, null);
        }
        return service().networks(attachments);
    }

    static ServiceBuilder mounting(String volume) {
        return service()
                .volumes(List.of(Mount.builder()
                        .type("volume")
                        .source(volume)
                        .target("/data")
                        .build()));
    }

    static ServiceBuilder mountingAnonymous() {
        return service()
                .volumes(List.of(Mount.builder().type("volume").target("/data").build()));
    }

    static ServiceBuilder dependingOn(String other, boolean restart) {
        Dependency dependency = Dependency.builder()
                .condition(DependencyCondition.SERVICE_STARTED)
                .restart(restart)
                .build();
        return service().dependsOn(Map.of(other, dependency));
    }

    static Project of(String key, ServiceBuilder service) {
        return of(Map.of(key, service));
    }

    static Project of(String key, ServiceBuilder service, String key2, ServiceBuilder service2) {
        return of(Map.of(key, service, key2, service2));
    }

    static Project of(Map<String, ServiceBuilder> services) {
        Map<String, Service> built = new LinkedHashMap<>();
        services.forEach((key, service) -> built.put(key, service.build()));
        return Project.builder().name("shop").services(built).build();
    }
}
