package io.github.jcompose.runtime.build;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.project.Labels;
import io.github.jcompose.runtime.project.Names;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out what to build for a service. */
final class BuildTasks {
    private static final String SERVICE = "service:";
    private static final String CLASSIC = "classic";

    private final Project project;
    private final BuildRequest request;
    private final Map<String, String> environment;
    private final Map<String, String> proxies;
    private final boolean classic;

    /**
     * @param environment the variables of the process; those of the project count more
     * @param proxies arguments that every build has unless it sets them
     * @param classic whether the classic builder is to do it
     */
    BuildTasks(
            Project project,
            BuildRequest request,
            Map<String, String> environment,
            Map<String, String> proxies,
            boolean classic) {
        this.project = project;
        this.request = request;
        this.environment = new TreeMap<>(environment);
        this.environment.putAll(project.environment());
        this.proxies = proxies;
        this.classic = classic;
    }

    /** {@return the service of that name, also one whose profile is off; null if it cannot be built} */
    static @Nullable Service buildable(Project project, String key) {
        Service service = project.services().containsKey(key)
                ? project.services().get(key)
                : project.disabledServices().get(key);
        return service == null || service.buildSpec() == null || service.provider() != null ? null : service;
    }

    /** {@return the services whose images the build uses as additional contexts} */
    static Set<String> references(Build build) {
        Set<String> services = new TreeSet<>();
        build.additionalContexts().values().stream()
                .filter(value -> value.startsWith(SERVICE))
                .forEach(value -> services.add(value.substring(SERVICE.length())));
        return services;
    }

    BuildTask task(String key, Service service, Build build, String image) {
        Path folder = project.workingDir();
        return new BuildTask(
                key,
                image,
                asked(build),
                platform(service, build),
                args(build),
                labels(key, build),
                (folder == null ? Path.of("") : folder).toAbsolutePath(),
                contexts(key, build),
                secrets(key, build),
                environment,
                request.memory());
    }

    private Build asked(Build build) {
        Map<String, SshKey> keys = new LinkedHashMap<>();
        build.ssh().forEach(key -> keys.put(key.id(), key));
        request.ssh().forEach(key -> keys.put(key.id(), key));
        return build.toBuilder()
                .noCache(build.noCache() || request.noCache())
                .pull(build.pull() || request.pull())
                .ssh(List.copyOf(keys.values()))
                .provenance(request.provenance() == null ? build.provenance() : request.provenance())
                .sbom(request.sbom() == null ? build.sbom() : request.sbom())
                .build();
    }

    private @Nullable String platform(Service service, Build build) {
        if (!build.platforms().isEmpty()) {
            return build.platforms().get(0);
        }
        String own = service.platform();
        return own == null || own.isEmpty() ? environment.get("DOCKER_DEFAULT_PLATFORM") : own;
    }

    /** A name without a value that the environment does not have either is none: the Dockerfile's default counts. */
    private Map<String, String> args(Build build) {
        Map<String, @Nullable String> all = new LinkedHashMap<>(build.args());
        all.putAll(request.args());
        Map<String, String> args = new TreeMap<>(proxies);
        all.forEach((name, value) -> {
            String text = value == null ? project.environment().get(name) : value;
            if (text != null) {
                args.put(name, text);
            }
        });
        return args;
    }

    private Map<String, String> labels(String key, Build build) {
        Map<String, String> labels = new TreeMap<>(build.labels());
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.SERVICE, key);
        labels.put(Labels.VERSION, Labels.COMPATIBLE_VERSION);
        if (classic) {
            labels.put(Labels.BUILDER, CLASSIC);
        }
        return labels;
    }

    private Map<String, String> contexts(String key, Build build) {
        Names names = Names.of(project);
        Map<String, String> contexts = new TreeMap<>();
        build.additionalContexts().forEach((name, value) -> {
            if (!value.startsWith(SERVICE)) {
                contexts.put(name, value);
                return;
            }
            String other = value.substring(SERVICE.length());
            Service service = buildable(project, other);
            if (service == null) {
                throw new ComposeException("services." + key + ".build.additional_contexts." + name
                        + ": there is no service '" + other + "' that is built");
            }
            contexts.put(name, BuildTask.IMAGE + names.image(other, service));
        });
        return contexts;
    }

    private Map<String, Secret> secrets(String key, Build build) {
        Map<String, Secret> secrets = new TreeMap<>();
        for (FileReference reference : build.secrets()) {
            String source = Objects.requireNonNullElse(reference.source(), "");
            String target = reference.target();
            Secret secret = project.secrets().get(source);
            if (secret == null) {
                throw new ComposeException(
                        "services." + key + ".build.secrets: there is no secret '" + source + "' in the project");
            }
            secrets.put(target == null || target.isEmpty() ? source : target, secret);
        }
        return secrets;
    }
}
