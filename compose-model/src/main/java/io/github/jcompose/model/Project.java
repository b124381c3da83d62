package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A loaded project: what {@code docker compose config} would show, typed.
 *
 * <p>Maps keep their order. {@code services} holds the enabled services only.
 *
 * @param name the project name
 * @param disabledServices services of profiles that are not active
 * @param workingDir the project directory, absolute; null for a project built in code
 * @param composeFiles absolute, in load order
 * @param environment the variables that interpolation saw
 * @param profiles the active profiles
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Project(
        @Always String name,
        @Always Map<String, Service> services,
        Map<String, Network> networks,
        Map<String, Volume> volumes,
        Map<String, Secret> secrets,
        Map<String, Config> configs,
        Map<String, Model> models,
        Map<String, Service> disabledServices,
        @Nullable Path workingDir,
        List<Path> composeFiles,
        Map<String, String> environment,
        List<String> profiles,
        Map<String, @Nullable Object> extensions) {
    public Project {
        name = name == null ? "" : name;
        services = Copies.map(services);
        networks = Copies.map(networks);
        volumes = Copies.map(volumes);
        secrets = Copies.map(secrets);
        configs = Copies.map(configs);
        models = Copies.map(models);
        disabledServices = Copies.map(disabledServices);
        composeFiles = Copies.list(composeFiles);
        environment = Copies.map(environment);
        profiles = Copies.list(profiles);
        extensions = Copies.map(extensions);
    }

    /**
     * {@return the project with a service changed}
     *
     * @throws ComposeException if it has no such service
     */
    public Project withService(String key, UnaryOperator<ServiceBuilder> change) {
        return withService(key, change.apply(known(key).toBuilder()).build());
    }

    /** {@return the project with that service, new or in place of one of that name} */
    public Project withService(String key, Service service) {
        Map<String, Service> changed = new LinkedHashMap<>(services);
        changed.put(key, service);
        return toBuilder().services(changed).build();
    }

    /**
     * {@return the project without a service, and without what other services say of depending on it and of links to
     * it}
     *
     * @throws ComposeException if it has no such service
     */
    public Project withoutService(String key) {
        known(key);
        Map<String, Service> others = new LinkedHashMap<>(services);
        others.remove(key);
        others.replaceAll((name, service) -> service.independentOf(key));
        return toBuilder().services(others).build();
    }

    private Service known(String key) {
        Service service = services.get(key);
        if (service == null) {
            throw new ComposeException("no such service: \"" + key + "\"; the project has "
                    + (services.isEmpty() ? "none" : String.join(", ", new TreeSet<>(services.keySet()))));
        }
        return service;
    }

    /** {@return a builder for a project of that name} */
    public static ProjectBuilder named(String name) {
        return builder().name(name);
    }

    /** {@return a builder without any attribute set} */
    public static ProjectBuilder builder() {
        return ProjectBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ProjectBuilder toBuilder() {
        return ProjectBuilder.builder(this);
    }
}
