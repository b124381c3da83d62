package io.github.jcompose.runtime.session;

import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A one-off container of a service: what differs from the service's own, and how it is come by.
 *
 * @param service whose container
 * @param command in place of the service's; empty for the service's
 * @param name of the container; null for one that is made up
 * @param environment more variables; null takes the value of the project's environment
 * @param labels more labels
 * @param entrypoint in place of the service's, whose command is dropped too; null for the service's
 * @param user in place of the service's; null for the service's
 * @param workingDir in place of the service's; null for the service's
 * @param capAdd capabilities to add; those that the service drops are no longer dropped
 * @param capDrop capabilities to drop; those that the service adds are no longer added
 * @param volumes more mounts
 * @param ports to publish; none of the service's are, unless {@code servicePorts}
 * @param servicePorts whether to publish the ports of the service
 * @param useAliases whether it answers to the network aliases of the service
 * @param tty whether the process has a terminal
 * @param interactive whether standard input stays open for it
 * @param remove whether it is removed when it has ended, with its anonymous volumes
 * @param noDependencies whether what the service depends on is left alone
 * @param removeOrphans whether containers of services that the project no longer has are removed
 * @param ignoreOrphans whether they are not even warned of
 * @param alwaysBuild whether the image of the service is built even if it is there
 * @param quietBuild whether the output of a build is left out
 * @param pull the pull policy of all services; null: as each service says
 * @param quietPull whether layers are left out
 * @param detachKeys keys that end the session and leave the container running, such as {@code ctrl-p,ctrl-q}; they
 *     work with a terminal only; null for those of docker's settings
 * @param environmentFiles the {@code --env-file}s given, absolute; remembered in a label
 * @param confirm asked before data is lost, with the question; refuses by default
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record RunOptions(
        String service,
        List<String> command,
        @Nullable String name,
        Map<String, @Nullable String> environment,
        Map<String, String> labels,
        @Nullable List<String> entrypoint,
        @Nullable String user,
        @Nullable String workingDir,
        List<String> capAdd,
        List<String> capDrop,
        List<Mount> volumes,
        List<Port> ports,
        boolean servicePorts,
        boolean useAliases,
        boolean tty,
        boolean interactive,
        boolean remove,
        boolean noDependencies,
        boolean removeOrphans,
        boolean ignoreOrphans,
        boolean alwaysBuild,
        boolean quietBuild,
        @Nullable String pull,
        boolean quietPull,
        @Nullable String detachKeys,
        List<Path> environmentFiles,
        Predicate<String> confirm) {

    public RunOptions {
        service = service == null ? "" : service;
        command = Unmodifiable.list(command);
        environment = Unmodifiable.map(environment);
        labels = Unmodifiable.map(labels);
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        capAdd = Unmodifiable.list(capAdd);
        capDrop = Unmodifiable.list(capDrop);
        volumes = Unmodifiable.list(volumes);
        ports = Unmodifiable.list(ports);
        environmentFiles = Unmodifiable.list(environmentFiles);
        confirm = confirm == null ? question -> false : confirm;
    }

    /** {@return options for that command} */
    public static RunOptions of(String service, String... command) {
        return builder(service, command).build();
    }

    /** {@return a builder for that command} */
    public static RunOptionsBuilder builder(String service, String... command) {
        return RunOptionsBuilder.builder().service(service).command(List.of(command));
    }

    /** {@return a builder with the defaults} */
    public static RunOptionsBuilder builder() {
        return RunOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public RunOptionsBuilder toBuilder() {
        return RunOptionsBuilder.builder(this);
    }
}
