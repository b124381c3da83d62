package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.loader.problem.ComposeFileException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of compose itself that stand in {@code .env}, such as {@code COMPOSE_PROGRESS}. They count as if they
 * were in the environment, which wins.
 */
public final class EnvFileVariables {
    private static final String PREFIX = "COMPOSE_";

    private EnvFileVariables() {}

    /** {@return the surroundings with these settings; a file that cannot be read is left to the load to refuse} */
    public static Surroundings in(Surroundings surroundings, Arguments global) {
        return mayHaveFiles(surroundings, global) ? withFiles(surroundings, global) : surroundings;
    }

    private static Surroundings withFiles(Surroundings surroundings, Arguments global) {
        Projects projects = new Projects(global, surroundings, problem -> {});
        Map<String, String> all = new HashMap<>(surroundings.environment());
        try {
            projects.loader(List.of()).build().variables().forEach((name, value) -> {
                if (name.startsWith(PREFIX)) {
                    all.putIfAbsent(name, value);
                }
            });
        } catch (ComposeFileException e) {
            return surroundings;
        }
        return surroundings.withEnvironment(all);
    }

    /** Most directories have no such file: then no class of the loader is touched. */
    private static boolean mayHaveFiles(Surroundings surroundings, Arguments global) {
        return global.given(GlobalFlags.PROJECT_DIRECTORY)
                || global.given(GlobalFlags.WORKDIR)
                || global.given(GlobalFlags.ENV_FILE)
                || !surroundings.variable("COMPOSE_ENV_FILES").isEmpty()
                || Files.isRegularFile(surroundings.directory().resolve(".env"))
                || standsBesideFile(surroundings.directory(), global.list(GlobalFlags.FILE));
    }

    private static boolean standsBesideFile(Path directory, List<String> files) {
        try {
            for (String file : files) {
                if (Files.isRegularFile(directory.resolve(file).resolveSibling(".env"))) {
                    return true;
                }
            }
            return false;
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
