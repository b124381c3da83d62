package io.github.jcompose.loader.discover;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.TreePath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the files, the variables and the project directory of a load, in the order of the reference. */
public final class Discovery {
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    /** A list in a variable may have so many items; more of them are none that exist. */
    private static final int MOST_ITEMS = 10_000;

    private final LoadRequest request;
    private final Function<Path, String> text;
    private final Function<Path, String> name;
    private final Predicate<String> remote;
    private final Problems problems;

    /**
     * @param text reads a file
     * @param name gives the name of a file in messages
     * @param remote tells what is no file on this machine
     */
    public Discovery(
            LoadRequest request,
            Function<Path, String> text,
            Function<Path, String> name,
            Predicate<String> remote,
            Problems problems) {
        this.remote = remote;
        this.request = request;
        this.text = text;
        this.name = name;
        this.problems = problems;
    }

    /**
     * {@return what the load starts from}
     *
     * @throws ComposeFileException if there is no compose file, or an env file cannot be read
     */
    public Inputs find() {
        Map<String, String> environment = new HashMap<>(request.environment());
        environment.putIfAbsent("PWD", request.workingDirectory().toString());
        List<String> files = absolute(request.files());
        environment = withEnvFiles(environment, directory(files));
        if (files.isEmpty()) {
            files = fromEnvironment(environment);
        }
        if (files.isEmpty()) {
            files = search(directory(files));
        }
        Path directory = directory(files);
        environment = withEnvFiles(environment, directory);
        return new Inputs(files, directory, environment, profiles(environment));
    }

    /**
     * {@return the variables, with those of the env files that are known before any compose file is found}
     *
     * @throws ComposeFileException if an env file cannot be read
     */
    public Map<String, String> environment() {
        List<String> files = absolute(request.files());
        boolean elsewhere = !files.isEmpty() && remote.test(files.get(0));
        return elsewhere ? request.environment() : withEnvFiles(request.environment(), directory(files));
    }

    private List<String> absolute(List<String> files) {
        return files.stream()
                .map(file -> isLocal(file) ? absolute(file).toString() : file)
                .toList();
    }

    private boolean isLocal(String file) {
        return !file.equals(Inputs.STANDARD_INPUT) && !remote.test(file);
    }

    private Path absolute(String file) {
        try {
            return absolute(Path.of(file));
        } catch (InvalidPathException e) {
            throw problems.fail(null, "", "no valid path: '" + file + "': " + e.getReason(), null);
        }
    }

    private Path absolute(Path path) {
        return request.workingDirectory().resolve(path).normalize();
    }

    private Path directory(List<String> files) {
        if (request.projectDirectory() != null) {
            return absolute(request.projectDirectory());
        }
        // A remote file that comes first leaves the load where it was started.
        Path parent = files.stream()
                .filter(file -> !file.equals(Inputs.STANDARD_INPUT))
                .findFirst()
                .filter(this::isLocal)
                .map(file -> Path.of(file).getParent())
                .orElse(null);
        return parent == null ? request.workingDirectory() : parent;
    }

    private Map<String, String> withEnvFiles(Map<String, String> environment, Path directory) {
        List<Path> files = new ArrayList<>();
        // What an env file says about env files comes too late.
        List<String> named = split(request.environment().get("COMPOSE_ENV_FILES"), ",");
        if (!request.envFiles().isEmpty()) {
            request.envFiles().forEach(file -> files.add(absolute(inHome(file.toString()))));
        } else if (!named.isEmpty()) {
            named.forEach(file -> files.add(absolute(inHome(file))));
        } else if (Files.isRegularFile(directory.resolve(".env")) && !isDisabled()) {
            files.add(directory.resolve(".env"));
        }
        return EnvFiles.under(environment, files, text, name, problems);
    }

    /** {@return the path with the home folder in the place of a leading {@code ~}, which a shell may have left} */
    private String inHome(String file) {
        String home = request.environment().getOrDefault("HOME", "");
        boolean named = file.equals("~") || file.startsWith("~/");
        return named && !home.isEmpty() ? home + file.substring(1) : file;
    }

    private boolean isDisabled() {
        String value = request.environment().getOrDefault("COMPOSE_DISABLE_ENV_FILE", "");
        boolean disabled = List.of("1", "t", "true").contains(value.toLowerCase(Locale.ROOT));
        if (!disabled && !value.isEmpty() && !List.of("0", "f", "false").contains(value.toLowerCase(Locale.ROOT))) {
            throw problems.fail(null, "", "COMPOSE_DISABLE_ENV_FILE is '" + value + "'; expected true or false", null);
        }
        return disabled;
    }

    private static List<String> split(@Nullable String list, String separator) {
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(list.split(Pattern.quote(separator), MOST_ITEMS))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private List<String> fromEnvironment(Map<String, String> environment) {
        String files = environment.get("COMPOSE_FILE");
        if (files == null) {
            return List.of();
        }
        String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", "");
        List<String> found = absolute(split(files, separator.isEmpty() ? File.pathSeparator : separator));
        return found.isEmpty() ? List.of(request.workingDirectory().toString()) : found;
    }

    private List<String> search(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path main = first(folder, NAMES, "config");
            if (main != null) {
                Path override = first(folder, OVERRIDES, "override");
                return override == null ? List.of(main.toString()) : List.of(main.toString(), override.toString());
            }
        }
        String message = "no compose file in " + start + " or a folder above it";
        throw problems.fail(null, "", message, "expected " + String.join(", ", NAMES));
    }

    private @Nullable Path first(Path folder, List<String> names, String kind) {
        List<Path> found =
                names.stream().map(folder::resolve).filter(Files::exists).toList();
        if (found.size() > 1) {
            String all = String.join(", ", found.stream().map(Path::toString).toList());
            problems.warning(null, TreePath.ROOT, "Found multiple " + kind + " files with supported names: " + all);
            problems.warning(null, TreePath.ROOT, "Using " + found.get(0));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private List<String> profiles(Map<String, String> environment) {
        return request.profiles().isEmpty() ? split(environment.get("COMPOSE_PROFILES"), ",") : request.profiles();
    }
}
