package io.github.jcompose.runtime.oneoff;

import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.runtime.session.RunOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a service what its one-off container is to be. */
final class OneOffService {
    private final Service service;
    private final RunOptions options;
    private final Map<String, String> variables;

    /**
     * @param variables the project's environment
     */
    OneOffService(Service service, RunOptions options, Map<String, String> variables) {
        this.service = service;
        this.options = options;
        this.variables = variables;
    }

    Service build() {
        ServiceBuilder changed = service.toBuilder()
                .containerName(null)
                .restart(null)
                .deploy(withoutRestart(service.deploy()))
                .scale(1)
                .tty(options.tty())
                .stdinOpen(options.interactive())
                .environment(environment())
                .labels(labels())
                .ports(ports())
                .volumes(volumes())
                .capAdd(capabilities(service.capAdd(), options.capDrop(), options.capAdd()))
                .capDrop(capabilities(service.capDrop(), options.capAdd(), options.capDrop()));
        if (options.user() != null) {
            changed.user(options.user());
        }
        if (options.workingDir() != null) {
            changed.workingDir(options.workingDir());
        }
        if (options.entrypoint() != null) {
            changed.entrypoint(options.entrypoint()).command(List.of());
        }
        if (!options.command().isEmpty()) {
            changed.command(options.command());
        }
        return changed.build();
    }

    private static @Nullable Deploy withoutRestart(@Nullable Deploy deploy) {
        return deploy == null ? null : deploy.toBuilder().restartPolicy(null).build();
    }

    private Map<String, @Nullable String> environment() {
        Map<String, @Nullable String> all = new LinkedHashMap<>(service.environment());
        options.environment().forEach((name, value) -> all.put(name, value == null ? variables.get(name) : value));
        return all;
    }

    private Map<String, String> labels() {
        Map<String, String> all = new LinkedHashMap<>(service.labels());
        all.putAll(options.labels());
        return all;
    }

    private List<Port> ports() {
        List<Port> all = new ArrayList<>(options.servicePorts() ? service.ports() : List.of());
        all.addAll(options.ports());
        return all;
    }

    private List<Mount> volumes() {
        List<Mount> all = new ArrayList<>(service.volumes());
        all.addAll(options.volumes());
        return all;
    }

    private static List<String> capabilities(List<String> own, List<String> opposite, List<String> more) {
        List<String> names = new ArrayList<>(own);
        names.removeIf(name -> opposite.stream().anyMatch(other -> bare(other).equals(bare(name))));
        names.addAll(more);
        return names;
    }

    private static String bare(String capability) {
        String upper = capability.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }
}
