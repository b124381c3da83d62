package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.loader.remote.Credentials;
import io.github.jcompose.loader.remote.RemoteAccess;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.auth.RegistryCredentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the project that the global flags and the environment mean. */
final class Projects {
    private final Arguments global;
    private final Surroundings surroundings;
    private final Consumer<Problem> warnings;

    Projects(Arguments global, Surroundings surroundings, Consumer<Problem> warnings) {
        this.global = global;
        this.surroundings = surroundings;
        this.warnings = warnings;
    }

    /** {@return a loader set up as the global flags say} */
    ComposeLoader.Builder loader(List<String> services) {
        ComposeLoader.Builder loader = ComposeLoader.builder()
                .workingDirectory(surroundings.directory())
                .environment(surroundings.environment())
                .standardInput(surroundings.in())
                .files(global.list(GlobalFlags.FILE))
                .profiles(global.list(GlobalFlags.PROFILE))
                .envFiles(envFiles())
                .services(services)
                .keepUnusedResources(global.is(GlobalFlags.ALL_RESOURCES))
                .remote(remote(List.of()))
                .warnings(warnings);
        String name = global.text(GlobalFlags.PROJECT_NAME);
        if (name != null) {
            loader.projectName(name);
        }
        String directory = projectDirectory();
        if (directory != null) {
            loader.projectDirectory(surroundings.directory().resolve(directory).normalize());
        }
        return loader;
    }

    /**
     * {@return what asks registries and repositories}
     *
     * @param insecure registries to speak with without TLS, besides those that the flags name
     */
    RemoteAccess remote(List<String> insecure) {
        Set<String> plain = new HashSet<>(global.list(GlobalFlags.INSECURE_REGISTRY));
        plain.addAll(insecure);
        return RemoteAccess.builder(RemoteAccess.cacheFolder(surroundings.environment()))
                .credentials(this::login)
                .insecureRegistries(plain)
                .certificates(certificates())
                .build();
    }

    /** {@return where docker has the authorities of registries: those of the user, and those of the machine} */
    private List<Path> certificates() {
        String home = surroundings.variable("HOME");
        String settings = surroundings.variable("DOCKER_CONFIG");
        List<Path> folders = new ArrayList<>();
        if (!settings.isEmpty()) {
            folders.add(Path.of(settings, "certs.d"));
        } else if (!home.isEmpty()) {
            folders.add(Path.of(home, ".docker", "certs.d"));
        }
        if (!home.isEmpty()) {
            folders.add(Path.of(home, ".config", "docker", "certs.d"));
        }
        folders.add(Path.of("/etc/docker/certs.d"));
        return folders;
    }

    /** {@return the project, narrowed to the services that are named and what they depend on} */
    Project load(List<String> services) {
        return loader(services).build().load();
    }

    /**
     * {@return the project, or only its name where {@code -p} is given without {@code -f}: then the engine's labels
     * say what it consists of}
     */
    Selection select(List<String> services) {
        String name = global.text(GlobalFlags.PROJECT_NAME);
        if (name != null && !global.given(GlobalFlags.FILE)) {
            return new Selection(checkedName(name), null, services);
        }
        try {
            return Selection.in(load(services), services);
        } catch (ComposeFileException e) {
            String fromEnvironment = surroundings.variable("COMPOSE_PROJECT_NAME");
            if (fromEnvironment.isEmpty() || (!services.isEmpty() && isLoadable())) {
                throw e;
            }
            return new Selection(fromEnvironment, null, services);
        }
    }

    /** Tells a file that cannot be loaded from one that lacks a service. */
    private boolean isLoadable() {
        try {
            load(List.of());
            return true;
        } catch (ComposeFileException e) {
            return false;
        }
    }

    /** {@return the {@code --env-file}s, absolute; empty if {@code .env} is to be read} */
    List<Path> envFiles() {
        List<String> files = global.list(GlobalFlags.ENV_FILE);
        if (files.isEmpty()) {
            files = Arrays.stream(surroundings.variable("COMPOSE_ENV_FILES").split(","))
                    .filter(file -> !file.isEmpty())
                    .toList();
        }
        return files.stream().map(this::expanded).toList();
    }

    /** {@return what the user's docker settings know of a registry, asked for only when one wants a login} */
    private Optional<Credentials> login(String registry) {
        return RegistryCredentials.read(new EngineAddress(global, surroundings).environment())
                .find(registry)
                .filter(found -> !found.username().isEmpty())
                .map(found -> new Credentials(found.username(), found.password()));
    }

    private Path expanded(String file) {
        boolean inHome = file.equals("~") || file.startsWith("~/");
        Path path = inHome ? Path.of(surroundings.variable("HOME") + file.substring(1)) : Path.of(file);
        return surroundings.directory().resolve(path).toAbsolutePath().normalize();
    }

    private @Nullable String projectDirectory() {
        String directory = global.text(GlobalFlags.PROJECT_DIRECTORY);
        return directory != null ? directory : global.text(GlobalFlags.WORKDIR);
    }

    static String checkedName(String name) {
        if (!name.toLowerCase(Locale.ROOT).matches("[a-z0-9][a-z0-9_-]*")) {
            throw new UsageException("invalid project name \"" + name
                    + "\": must consist only of lowercase alphanumeric characters, hyphens, and underscores as well"
                    + " as start with a letter or number");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
