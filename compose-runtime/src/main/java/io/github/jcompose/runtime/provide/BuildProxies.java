package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes proxies known to builds. */
public final class BuildProxies {
    private BuildProxies() {}

    /** {@return the project, with the proxies as build arguments unless a build sets them itself} */
    public static Project addTo(Project project, Map<String, String> proxies) {
        if (proxies.isEmpty()) {
            return project;
        }
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> {
            Build build = service.buildSpec();
            if (build == null) {
                return service;
            }
            Map<String, @Nullable String> args = new LinkedHashMap<>(proxies);
            args.putAll(build.args());
            return service.toBuilder()
                    .buildSpec(build.toBuilder().args(args).build())
                    .build();
        });
        return project.toBuilder().services(services).build();
    }
}
