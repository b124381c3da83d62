package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        @NotWritten Map<String, Service> disabledServices,
        @NotWritten @Nullable Path workingDir,
        @NotWritten List<Path> composeFiles,
        @NotWritten Map<String, String> environment,
        @NotWritten List<String> profiles,
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

    /** {@return a builder without any attribute set} */
    public static ProjectBuilder builder() {
        return ProjectBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ProjectBuilder toBuilder() {
        return ProjectBuilder.builder(this);
    }
}
