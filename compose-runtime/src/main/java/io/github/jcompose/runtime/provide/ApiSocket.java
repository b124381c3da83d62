package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.auth.RegistryCredentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives services with {@code use_api_socket} the engine's socket and the user's credentials. */
public final class ApiSocket {
    private static final String SOCKET = "/var/run/docker.sock";
    private static final String CONFIG = "#apisocket";
    private static final String FOLDER = "/run/secrets/docker";
    private static final String VARIABLE = "DOCKER_CONFIG";

    private ApiSocket() {}

    /**
     * {@return the project, with what {@code use_api_socket} stands for}
     *
     * @param environment in which the user's credentials are found
     * @param osType of the engine
     * @throws ComposeException if the engine runs on Windows
     */
    public static Project expand(Project project, Map<String, String> environment, String osType) {
        if (project.services().values().stream().noneMatch(Service::useApiSocket)) {
            return project;
        }
        if (osType.equals("windows")) {
            throw new ComposeException("use_api_socket cannot be used with a Windows engine");
        }
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> service.useApiSocket() ? expand(service) : service);
        Map<String, Config> configs = new LinkedHashMap<>(project.configs());
        Map<String, Object> auths = RegistryCredentials.read(environment).auths();
        configs.put(
                CONFIG,
                Config.builder().content(Json.compact(Map.of("auths", auths))).build());
        return project.toBuilder().services(services).configs(configs).build();
    }

    private static Service expand(Service service) {
        List<Mount> volumes = new ArrayList<>(service.volumes());
        volumes.add(
                Mount.builder().type(Mount.BIND).source(SOCKET).target(SOCKET).build());
        if (service.environment().containsKey(VARIABLE)) {
            // Who sets it brings credentials along.
            return service.toBuilder().volumes(volumes).build();
        }
        List<FileReference> configs = new ArrayList<>(service.configs());
        configs.add(FileReference.builder()
                .source(CONFIG)
                .target(FOLDER + "/config.json")
                .build());
        Map<String, @Nullable String> environment = new LinkedHashMap<>(service.environment());
        environment.put(VARIABLE, FOLDER);
        return service.toBuilder()
                .volumes(volumes)
                .configs(configs)
                .environment(environment)
                .build();
    }
}
