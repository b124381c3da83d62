package io.github.jcompose.loader.discover;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user said about where a project comes from.
 *
 * @param workingDirectory where relative paths of the request start from, absolute
 * @param files the files; empty: those of {@code COMPOSE_FILE}, else discovered
 * @param projectDirectory null: the folder of the first file
 * @param projectName null: from the environment, a file or the project directory
 * @param profiles empty: those of {@code COMPOSE_PROFILES}
 * @param envFiles empty: those of {@code COMPOSE_ENV_FILES}, else {@code .env}
 * @param environment the variables
 */
public record LoadRequest(
        Path workingDirectory,
        List<String> files,
        @Nullable Path projectDirectory,
        @Nullable String projectName,
        List<String> profiles,
        List<Path> envFiles,
        Map<String, String> environment) {}
