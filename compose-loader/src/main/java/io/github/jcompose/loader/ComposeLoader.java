package io.github.jcompose.loader;

import io.github.jcompose.loader.artifact.PublicationReader;
import io.github.jcompose.loader.discover.LoadRequest;
import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.loader.project.LoadOptions;
import io.github.jcompose.loader.project.ProjectLoader;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.loader.remote.RemoteAccess;
import io.github.jcompose.loader.remote.RemoteResources;
import io.github.jcompose.model.Project;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads compose files.
 *
 * <p>A load of a large project, of more than a hundred services, takes the help of {@link
 * java.util.concurrent.ForkJoinPool#commonPool() the common pool}; what it yields and says does not depend on it, and
 * listeners are called by the thread that loads.
 */
public final class ComposeLoader {
    private final Builder options;

    private ComposeLoader(Builder options) {
        this.options = options;
    }

    /**
     * {@return the project of these files, merged in that order}
     *
     * @throws ComposeFileException if it cannot be loaded
     */
    public static Project load(Path... files) {
        Builder builder = builder();
        for (Path file : files) {
            builder.files.add(file.toString());
        }
        return builder.build().load();
    }

    /**
     * Checks a project that was built or changed in code as a file with the same content is checked. Problems have the
     * paths of attributes, and no places in files.
     *
     * @throws ComposeFileException if there is anything wrong with it
     */
    public static void validate(Project project) {
        ModelCheck.check(project);
    }

    /** {@return a builder with nothing set: discovery of files below the working directory, an empty environment} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the project}
     *
     * @throws ComposeFileException if it cannot be loaded
     */
    @SuppressWarnings("DoNotCallSuggester")
    public Project load() {
        return new ProjectLoader(options.toOptions()).load();
    }

    /**
     * {@return the project, with the places of its attributes in the files}
     *
     * @throws ComposeFileException if it cannot be loaded
     */
    public LocatedProject loadLocated() {
        ProjectLoader loader = new ProjectLoader(options.toOptions());
        Project project = loader.load();
        return new LocatedProject(project, loader.tree());
    }

    /**
     * {@return the merged files in long syntax: variables as far as they are substituted, paths as far as they
     * are resolved, without profiles, selection and consistency checks; plain maps, lists and values}
     *
     * @throws ComposeFileException if it cannot be loaded
     */
    public Map<String, @Nullable Object> loadTree() {
        return new ProjectLoader(options.toOptions()).loadTree();
    }

    /**
     * {@return the variables with those of the env files: {@code .env} beside the first file, or in the working
     * directory if no file is named; or the env files that are named}
     *
     * @throws ComposeFileException if an env file cannot be read
     */
    public Map<String, String> variables() {
        return new ProjectLoader(options.toOptions()).variables();
    }

    /**
     * {@return the files of the project as they go into a registry, with all profiles and services}
     *
     * <p>The files stay as they are written, variables too; only the local files that services extend, and those of
     * variables and labels, get names under which they are found in an artifact.
     *
     * @param withVariables whether the files that {@code env_file} names are part of it
     * @throws ComposeFileException if it cannot be loaded, or cannot do without what is on this machine only: an
     *     included file, or the context of a service that has no image name
     */
    public Publication publication(boolean withVariables) {
        return new PublicationReader(options.toOptions(), withVariables).read();
    }

    /** Where warnings go without a listener. Loaded with the first of them: to look for a logger takes a while. */
    static final class Log {
        private static final Logger LOGGER = LoggerFactory.getLogger(ComposeLoader.class);

        private Log() {}

        private static void warn(Problem problem) {
            warn(LOGGER, problem);
        }

        static void warn(Logger logger, Problem problem) {
            logger.warn(problem.render());
        }
    }

    /** Collects where a project comes from and how it is loaded. */
    public static final class Builder {
        private final List<String> files = new ArrayList<>();
        private @Nullable Path workingDirectory;
        private @Nullable Path projectDirectory;
        private @Nullable String projectName;
        private List<String> profiles = List.of();
        private List<Path> envFiles = List.of();
        private Map<String, String> environment = Map.of();
        private @Nullable InputStream standardInput;
        private List<String> services = List.of();
        private Consumer<Problem> warnings = Log::warn;
        private RemoteResources remote = RemoteResources.none();
        private LoadLimits limits = LoadLimits.DEFAULT;
        private boolean interpolate = true;
        private boolean normalize = true;
        private boolean resolvePaths = true;
        private boolean checkConsistency = true;
        private boolean resolveEnvironment = true;
        private boolean keepUnusedResources;

        private Builder() {}

        /** Gives the files, in merge order: paths, {@code -} for standard input, or remote references. */
        public Builder files(List<String> files) {
            this.files.clear();
            this.files.addAll(files);
            return this;
        }

        /** Gives the directory that relative paths of this builder start from; by default the process's own. */
        public Builder workingDirectory(Path directory) {
            workingDirectory = directory;
            return this;
        }

        /** Gives the directory that relative paths in the files start from; by default that of the first file. */
        public Builder projectDirectory(Path directory) {
            projectDirectory = directory;
            return this;
        }

        /** Gives the project name, before any that a file or the environment gives. */
        public Builder projectName(String name) {
            projectName = name;
            return this;
        }

        /** Gives the active profiles; {@code *} stands for all. */
        public Builder profiles(List<String> profiles) {
            this.profiles = List.copyOf(profiles);
            return this;
        }

        /** Gives files of variables to read in place of {@code .env}. */
        public Builder envFiles(List<Path> files) {
            envFiles = List.copyOf(files);
            return this;
        }

        /** Gives the variables for interpolation; pass {@code System.getenv()} for those of the process. */
        public Builder environment(Map<String, String> environment) {
            this.environment = Map.copyOf(environment);
            return this;
        }

        /** Gives what the file {@code -} reads. */
        public Builder standardInput(InputStream input) {
            standardInput = input;
            return this;
        }

        /** Keeps only services that match one of these names or patterns, and what they depend on. */
        public Builder services(List<String> patterns) {
            services = List.copyOf(patterns);
            return this;
        }

        /** Gives a listener for what is only worth a warning, in place of the log (slf4j). */
        public Builder warnings(Consumer<Problem> listener) {
            warnings = listener;
            return this;
        }

        /** Leaves variables as they are written when false. */
        public Builder interpolate(boolean enabled) {
            interpolate = enabled;
            return this;
        }

        /** Leaves out default networks, names of resources and implied dependencies when false. */
        public Builder normalize(boolean enabled) {
            normalize = enabled;
            return this;
        }

        /** Leaves relative paths as they are written when false. */
        public Builder resolvePaths(boolean enabled) {
            resolvePaths = enabled;
            return this;
        }

        /** Accepts references to what does not exist when false. */
        public Builder checkConsistency(boolean enabled) {
            checkConsistency = enabled;
            return this;
        }

        /** Leaves {@code env_file} unread when false. */
        public Builder resolveEnvironment(boolean enabled) {
            resolveEnvironment = enabled;
            return this;
        }

        /** Keeps networks, volumes, configs, secrets and models that no service uses when true. */
        public Builder keepUnusedResources(boolean enabled) {
            keepUnusedResources = enabled;
            return this;
        }

        /**
         * Gives what fetches remote files; without it a reference to one is refused. Files that are fetched can
         * name nothing outside of what was fetched with them, except as absolute sources of bind mounts.
         */
        public Builder remote(RemoteResources resources) {
            remote = resources;
            return this;
        }

        /** Allows git repositories and artifacts of registries, with the usual {@link RemoteAccess}. */
        public Builder allowRemote(Path cache) {
            return remote(RemoteAccess.builder(cache).build());
        }

        /** Gives what a load may use up at most; by default {@link LoadLimits#DEFAULT}. */
        public Builder limits(LoadLimits limits) {
            this.limits = limits;
            return this;
        }

        private LoadOptions toOptions() {
            Path directory = (workingDirectory == null ? Path.of("") : workingDirectory)
                    .toAbsolutePath()
                    .normalize();
            LoadRequest request = new LoadRequest(
                    directory, List.copyOf(files), projectDirectory, projectName, profiles, envFiles, environment);
            return new LoadOptions(
                    request,
                    limits,
                    standardInput,
                    remote,
                    warnings,
                    services,
                    interpolate,
                    normalize,
                    resolvePaths,
                    checkConsistency,
                    resolveEnvironment,
                    keepUnusedResources);
        }

        /** {@return the loader} */
        public ComposeLoader build() {
            return new ComposeLoader(this);
        }
    }
}
