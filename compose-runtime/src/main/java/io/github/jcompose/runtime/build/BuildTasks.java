package io.github.jcompose.runtime.build;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.project.Labels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out what to build for a service. */
final class BuildTasks {
    private static final String CLASSIC = "classic";

    private final Project project;
    private final BuildRequest request;

    BuildTasks(Project project, BuildRequest request) {
        this.project = project;
        this.request = request;
    }

    BuildTask task(String key, Service service, Build build, String image) {
        Path folder = project.workingDir();
        return new BuildTask(
                key,
                image,
                build,
                platform(service, build),
                args(build),
                labels(key, build),
                (folder == null ? Path.of("") : folder).toAbsolutePath(),
                request.noCache(),
                request.pull());
    }

    private @Nullable String platform(Service service, Build build) {
        if (!build.platforms().isEmpty()) {
            return build.platforms().get(0);
        }
        String own = service.platform();
        return own == null || own.isEmpty() ? project.environment().get("DOCKER_DEFAULT_PLATFORM") : own;
    }

    /** A name without a value that the environment does not have either is none: the Dockerfile's default counts. */
    private Map<String, String> args(Build build) {
        Map<String, @Nullable String> all = new LinkedHashMap<>(build.args());
        all.putAll(request.args());
        Map<String, String> args = new TreeMap<>();
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
        labels.put(Labels.BUILDER, CLASSIC);
        return labels;
    }
}
